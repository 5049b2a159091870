using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Errors;
using ZoomConnector.Meetings;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>
/// Which row a meeting of Zoom's is. A row is one instance (<c>uuid</c>); one that is only scheduled becomes the instance that starts.
/// A meeting that is run twice under one id is two rows.
/// </summary>
public sealed class MeetingBook(
    RegistryContext registry,
    ZoomClient zoom,
    People people,
    Registrar registrar,
    TimeProvider clock,
    IOptions<MeetingsOptions> options
)
{
    private static readonly TimeSpan HostsBeginEarly = TimeSpan.FromHours(1);

    /// <summary>The row for what an event tells; made if there is none. Null where the event names no meeting.</summary>
    public async Task<MeetingRow?> FindOrAddAsync(EventMeeting told, bool starts, CancellationToken ct)
    {
        var uuid = told.Uuid?.Value;
        var row = await FindAsync(uuid, told.Id?.Value, starts, ct);
        var course = CourseOf(told.TrackingFields);
        if (row is null)
        {
            if (uuid is null || told.Id is not { } id)
                return null;
            if (starts)
                course ??= await CourseOfStartedAsync(id.Value, ct);
            row = Add(id.Value, told.Topic, told.StartTime, told.Duration);
        }
        if (uuid is not null && (row.ZoomUuid is null || starts))
            row.ZoomUuid = uuid;
        await LinkAsync(row, told.HostId, course, ct);
        return row;
    }

    /// <summary>Reads a meeting afresh from Zoom; an event only says that something changed.</summary>
    public async Task<MeetingRow?> RefreshAsync(long zoomId, CancellationToken ct)
    {
        try
        {
            return await StoreAsync(await zoom.Meetings.GetAsync(new(zoomId), ct), ct);
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            // Not found may mean deleted or no permission: nothing is concluded from it (I14).
            return null;
        }
    }

    /// <summary>The row of an instance that was recorded to the cloud, whether or not an event told of it; one that is planned for another time is another.</summary>
    public async Task<MeetingRow> InstanceAsync(
        CloudRecording recorded,
        DateTimeOffset startedAt,
        DateTimeOffset? endedAt,
        CancellationToken ct
    )
    {
        var (uuid, zoomId) = (recorded.Uuid.Value, recorded.Id.Value);
        var (early, late) = (startedAt + HostsBeginEarly, startedAt - NextStep.LongestOverrun);
        var row =
            await registry.Meetings.FirstOrDefaultAsync(one => one.ZoomUuid == uuid, ct)
            ?? await registry
                .Meetings.Where(one => one.ZoomId == zoomId && one.StartedAt == null && one.StartsAt <= early && one.EndsAt >= late)
                .OrderBy(one => one.StartsAt)
                .FirstOrDefaultAsync(ct);
        var course = row is null ? await CourseOfAsync(zoomId, ct) : null;
        row ??= Add(zoomId, recorded.Topic, startedAt, recorded.Duration);
        row.ZoomUuid = uuid;
        await LinkAsync(row, recorded.HostId, course, ct);
        Learn(row, startedAt, endedAt);
        return row;
    }

    /// <summary>Takes over the planned times of a meeting that was first heard of when it was held: then its start is all that was known.</summary>
    public static void LearnPlan(MeetingRow row, EventMeeting told)
    {
        if (row.StartedAt != row.StartsAt || told.StartTime is not { } start)
            return;
        row.EndsAt = start.ToUniversalTime() + (told.Duration ?? row.EndsAt - row.StartsAt);
        row.StartsAt = start.ToUniversalTime();
    }

    /// <summary>Takes over when a meeting really began and ended. Once set, an instant of its life stays: events are repeated and come late.</summary>
    public void Learn(MeetingRow row, DateTimeOffset startedAt, DateTimeOffset? endedAt)
    {
        if (row.StartedAt is null)
            registrar.Audit("zoom", "meeting.started", Subject.Meeting(row.Id));
        if (row.EndedAt is null && endedAt is not null)
            registrar.Audit("zoom", "meeting.ended", Subject.Meeting(row.Id));
        row.StartedAt ??= startedAt;
        // Whatever was told first: one that is held was not called off.
        row.CancelledAt = null;
        row.EndedAt ??= endedAt;
    }

    /// <summary>Takes over what Zoom's REST answer says of a scheduled meeting.</summary>
    public async Task<MeetingRow> StoreAsync(ZoomMeeting read, CancellationToken ct)
    {
        var row =
            await FindAsync(read.Uuid.Value, read.Id.Value, starts: false, ct)
            ?? Add(read.Id.Value, read.Topic, read.StartsAt, read.Duration);
        row.ZoomUuid ??= read.Uuid.Value;
        if (row.StartedAt is null)
        {
            row.Topic = Texts.Bounded(read.Topic, 200);
            row.StartsAt = read.StartsAt?.ToUniversalTime() ?? row.StartsAt;
            row.EndsAt = row.StartsAt + (read.Duration ?? row.EndsAt - row.StartsAt);
        }
        row.ChatChannelId = read.ChatChannelId ?? row.ChatChannelId;
        await LinkAsync(row, read.HostId, CourseOf(read.TrackingFields), ct);
        return row;
    }

    /// <summary>The instance by its uuid, else the scheduled row of that meeting that has not begun.</summary>
    private async Task<MeetingRow?> FindAsync(string? uuid, long? zoomId, bool starts, CancellationToken ct)
    {
        if (uuid is not null && await registry.Meetings.FirstOrDefaultAsync(row => row.ZoomUuid == uuid, ct) is { } instance)
            return instance;
        if (zoomId is null)
            return null;
        return await registry
            .Meetings.Where(row => row.ZoomId == zoomId && row.StartedAt == null && (row.ZoomUuid == null || starts || uuid == null))
            .OrderBy(row => row.StartsAt)
            .FirstOrDefaultAsync(ct);
    }

    private MeetingRow Add(long zoomId, string? topic, DateTimeOffset? startsAt, TimeSpan? duration)
    {
        var now = clock.GetUtcNow();
        var start = startsAt?.ToUniversalTime() ?? now;
        var row = new MeetingRow
        {
            Id = Guid.CreateVersion7(now),
            Platform = "zoom",
            ZoomId = zoomId,
            Topic = Texts.Bounded(topic ?? "", 200),
            StartsAt = start,
            EndsAt = start + (duration ?? TimeSpan.FromHours(1)),
            CreatedAt = now,
        };
        registry.Meetings.Add(row);
        registrar.Audit("zoom", "meeting.registered", Subject.Meeting(row.Id));
        return row;
    }

    private async Task LinkAsync(MeetingRow row, string? hostId, string? courseId, CancellationToken ct)
    {
        row.HostId ??= hostId;
        if (row.CourseId is null && courseId is not null)
        {
            row.CourseId = courseId;
            // With a meeting that is new it stands in that entry.
            if (registry.Entry(row).State is not EntityState.Added)
                registrar.Audit("zoom", "meeting.course-known", Subject.Meeting(row.Id), after: Subject.Course(courseId));
        }
        if (row.HostPersonId is not null || row.HostId is null)
            return;
        row.HostPersonId = (await people.FindAsync(LinkKind.Zoom, row.HostId, ct))?.Id;
        if (row.HostPersonId is null)
            await people.AskWhoseAsync(row.HostId, ct);
    }

    /// <summary>Of a meeting that is first heard of when it is held, as whatever is held again under one number: while Zoom can't be asked, its host is.</summary>
    private async Task<string?> CourseOfStartedAsync(long zoomId, CancellationToken ct)
    {
        try
        {
            return await CourseOfAsync(zoomId, ct);
        }
        catch (ZoomException)
        {
            return null;
        }
    }

    private async Task<string?> CourseOfAsync(long zoomId, CancellationToken ct)
    {
        try
        {
            return CourseOf((await zoom.Meetings.GetAsync(new(zoomId), ct)).TrackingFields);
        }
        catch (ZoomException gone) when (gone.Kind is ZoomErrorKind.NotFound)
        {
            return null;
        }
    }

    private string? CourseOf(IEnumerable<TrackingField> fields) =>
        fields.FirstOrDefault(field => string.Equals(field.Field, options.Value.CourseField, StringComparison.OrdinalIgnoreCase))?.Value
            is { Length: > 0 } id
            ? id
            : null;
}
