using RecordingBot.Hosting;
using RecordingBot.Recordings.Cloud;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>
/// Applies a webhook to the registry: a hint, never an order (security.md 3.1). Any order and any repetition of the same events ends in
/// the same rows (I4), and a late one moves nothing back (I12).
/// </summary>
public sealed class MeetingEvents(
    RegistryContext registry,
    MeetingBook book,
    AttendanceBook attendance,
    CloudIncidents cloud,
    GateWatch gate,
    Registrar registrar,
    ParticipantNames names,
    CloudLooks looks,
    Doorbell doorbell
)
{
    public async Task ApplyAsync(ZoomEvent read, bool stale, DateTimeOffset receivedAt, CancellationToken ct)
    {
        if (read is SettingsEvent settings)
            await gate.HintAsync(settings.UserId, ct);
        // What lies in the cloud, Zoom's REST API says; an event of any age asks for a look.
        if (read is RecordingEvent { Change: >= RecordingChange.Completed } recorded)
            await looks.AskAsync(recorded.Instances, ct);
        var meeting = read switch
        {
            MeetingEvent { Change: MeetingChange.Updated } updated => await RefreshAsync(updated.Meeting, ct),
            MeetingEvent @event => stale ? await RefreshAsync(@event.Meeting, ct) : await MeetingAsync(@event, receivedAt, ct),
            ParticipantEvent @event when !stale => await ParticipantAsync(@event, receivedAt, ct),
            ParticipantBoundEvent @event when !stale => await BoundAsync(@event, ct),
            RecordingEvent
            {
                Change: RecordingChange.Started or RecordingChange.Paused or RecordingChange.Resumed or RecordingChange.Stopped
            } @event when !stale => await CloudRecordingAsync(@event, receivedAt, ct),
            _ => null,
        };
        if (meeting is null)
            return;
        await registry.SaveChangesAsync(ct);
        await registrar.WakeAsync(row => row.MeetingId == meeting.Id, ct);
        if (read is RecordingEvent)
            await doorbell.RingAsync<CloudStop>(ct);
    }

    private async Task<MeetingRow?> RefreshAsync(EventMeeting told, CancellationToken ct) =>
        told.Id is { } id ? await book.RefreshAsync(id.Value, ct) : null;

    private async Task<MeetingRow?> MeetingAsync(MeetingEvent @event, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var at = @event.OccurredAt ?? receivedAt;
        if (
            await book.FindOrAddAsync(@event.Meeting, starts: @event.Change is MeetingChange.Started or MeetingChange.Ended, ct)
            is not { } meeting
        )
            return null;
        switch (@event.Change)
        {
            case MeetingChange.Created:
                MeetingBook.LearnPlan(meeting, @event.Meeting);
                break;
            case MeetingChange.Started:
                book.Learn(meeting, @event.Meeting.StartTime ?? at, endedAt: null);
                break;
            case MeetingChange.Ended:
                book.Learn(meeting, @event.Meeting.StartTime ?? meeting.StartsAt, @event.Meeting.EndTime ?? at);
                break;
            case MeetingChange.Deleted when meeting is { StartedAt: null, CancelledAt: null }:
                meeting.CancelledAt = at;
                registrar.Audit("zoom", "meeting.cancelled", Subject.Meeting(meeting.Id));
                break;
        }
        return meeting;
    }

    private async Task<MeetingRow?> ParticipantAsync(ParticipantEvent @event, DateTimeOffset receivedAt, CancellationToken ct)
    {
        if (await book.FindOrAddAsync(@event.Meeting, starts: true, ct) is not { } meeting)
            return null;
        // Somebody in it: it runs, whichever event tells it first.
        book.Learn(meeting, @event.Meeting.StartTime ?? @event.At ?? receivedAt, endedAt: null);
        var at = @event.At ?? receivedAt;
        if (StayOf(@event.Participant) is not { } stay)
            return meeting;
        Attendee who = new(
            names.OfStay(meeting.Id, stay),
            names.OfName(meeting.Id, @event.Participant.Name),
            @event.Participant.UserId is { } user && user == meeting.HostId,
            @event.Participant.ByPhone
        );
        await attendance.NoteAsync(meeting.Id, who, at, @event.Joined, ct);
        return meeting;
    }

    private static string? StayOf(EventParticipant told) => told.ParticipantUuid ?? told.SessionId ?? told.UserId ?? told.Name;

    private async Task<MeetingRow?> BoundAsync(ParticipantBoundEvent @event, CancellationToken ct)
    {
        if (StayOf(@event.Participant) is not { } one || (@event.OtherUuid ?? @event.OtherSessionId) is not { } other)
            return null;
        if (await book.FindOrAddAsync(@event.Meeting, starts: true, ct) is not { } meeting)
            return null;
        await attendance.BindAsync(meeting.Id, names.OfStay(meeting.Id, one), names.OfStay(meeting.Id, other), ct);
        return meeting;
    }

    private async Task<MeetingRow?> CloudRecordingAsync(RecordingEvent @event, DateTimeOffset receivedAt, CancellationToken ct)
    {
        if (await book.FindOrAddAsync(@event.Meeting, starts: true, ct) is not { } meeting)
            return null;
        // A recording in it: it runs, whichever event tells it first.
        book.Learn(meeting, @event.Meeting.StartTime ?? @event.RecordingStart ?? receivedAt, endedAt: null);
        // The earliest that is told of, in whatever order: the notice is posted again then.
        var began = @event.RecordingStart ?? @event.OccurredAt ?? receivedAt;
        if (!(meeting.CloudStartedAt <= began))
            meeting.CloudStartedAt = began;
        // Whoever goes on while a consent is missing is told, and paused, again.
        var goesOn = @event.Change is RecordingChange.Started or RecordingChange.Resumed;
        if (goesOn && meeting.HostTold is HostTold.Pause && (@event.OccurredAt ?? receivedAt) > meeting.HostToldAt)
            meeting.HostTold = HostTold.GoOn;
        await cloud.NoteAsync(meeting, @event, receivedAt, ct);
        return meeting;
    }
}
