using CanvasConnector;
using CanvasConnector.Errors;
using CanvasConnector.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>
/// Tells the responsible teacher that a student records (<c>recorder.student</c>): the course's active teachers, else the host. Where nobody can
/// be told, the task stays with the course admins.
/// </summary>
public sealed partial class StudentTelling(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StudentTelling> logger)
    : DueOneByOne(scopes)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        Open(services.GetRequiredService<RegistryContext>()).MinAsync(task => task.DueAt, ct);

    private static IQueryable<TaskRow> Open(RegistryContext registry) =>
        registry.Tasks.Where(task => task.Kind == TaskKind.StudentRecords && task.ClosedAt == null && task.DueAt != null);

    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var registry = services.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        if (await Open(registry).Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).FirstOrDefaultAsync(ct) is not { } task)
            return false;
        var meeting = await registry.Meetings.FirstAsync(row => row.Id == task.MeetingId, ct);
        try
        {
            if (await TellAsync(services, meeting, ct))
                await services.GetRequiredService<Registrar>().CloseTaskAsync(task.Kind, task.Subject, "told", "bot", ct);
            task.DueAt = null;
        }
        catch (CanvasException fault)
        {
            LogSilent(meeting.Id, fault.Kind);
            (task.DueAt, task.Attempts) = (now + Again, task.Attempts + 1);
        }
        await registry.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>True where somebody has been told.</summary>
    private static async Task<bool> TellAsync(IServiceProvider services, MeetingRow meeting, CancellationToken ct)
    {
        var people = services.GetRequiredService<People>();
        var teachers = meeting.CourseId is { } course ? await people.ActiveTeachersAsync(course, ct) : new([], []);
        var known = teachers.Known.Select(person => person.Id).ToHashSet();
        if (known.Count + teachers.UnmappedCanvasUserIds.Count == 0 && meeting.HostPersonId is { } host)
            known.UnionWith((await people.FindAsync(host, ct))?.Has(Role.Teacher) is true ? [host] : []);

        var site = services.GetRequiredService<IOptions<SiteOptions>>().Value;
        var text = ChatText.Of("StudentRecords", meeting.Topic, DecisionFollowUps.MeetingLink(site, meeting.Id));
        var told = false;
        foreach (var person in known)
            told |= await services.GetRequiredService<Messenger>().TellAsync(person, text, ct, $"student-records {meeting.DecisionId}");
        return told | await TellInCanvasAsync(services, meeting, teachers.UnmappedCanvasUserIds, text, ct);
    }

    /// <summary>Whom the registry doesn't know is written to in Canvas, all in one message.</summary>
    private static async Task<bool> TellInCanvasAsync(
        IServiceProvider services,
        MeetingRow meeting,
        IReadOnlyCollection<string> users,
        ChatText text,
        CancellationToken ct
    )
    {
        if (users.Count == 0)
            return false;
        var said = services.GetRequiredService<ChatWording>().Say(text);
        var sent = await services
            .GetRequiredService<CanvasClient>()
            .Conversations.SendAsync(
                [.. users.Select(user => new CanvasId<CanvasUser>(user))],
                Texts.Bounded(meeting.Topic, 200),
                $"{said.Sv}\n\n{said.En}",
                ct: ct
            );
        return !sent.IsEmpty;
    }

    [LoggerMessage(LogLevel.Warning, "decision: Canvas could not say who teaches for meeting {Meeting} ({Kind}); it is asked again")]
    private partial void LogSilent(Guid meeting, CanvasErrorKind kind);
}
