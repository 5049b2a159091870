using RecordingBot.Recordings;
using RecordingPolicy.Expiry;

namespace RecordingBot.Registry;

/// <summary>Where a recording waits for something that only a person can change, exactly one task says so; it closes by itself when that ends.</summary>
public static class WaitingTasks
{
    private static readonly (DueReason Reason, string Kind, string Role)[] All =
    [
        (DueReason.NoAuthority, TaskKind.NoAuthority, Role.Dpo),
        (DueReason.CourseUndecidable, TaskKind.CourseUndecidable, Role.CourseAdmin),
    ];

    /// <summary>For so long a window that has closed is looked back at: at least one look at its recording comes in that time.</summary>
    private static readonly TimeSpan JustClosed = TimeSpan.FromDays(2);

    public static async Task KeepAsync(Registrar registrar, RecordingCase @case, DueStep due, DateTimeOffset now, CancellationToken ct)
    {
        // Nobody can paste anything into the chat of a meeting that is over.
        if (
            @case.Meeting is { } meeting
            && NextStep.WindowClosesAt(@case.Facts) is var closed
            && closed <= now
            && now < closed + JustClosed
        )
            await registrar.CloseTaskAsync(TaskKind.PasteNotice, Subject.Meeting(meeting.Id), "over", "bot", ct);
        List<string> over = [.. All.Where(task => task.Reason != due.Reason).Select(task => task.Kind)];
        if (!@case.Recording.Restricted)
            over.Add(TaskKind.Withdrawal);
        if (@case.Recording is not { PublicationWanted: true, PublicationWait: PublicationWait.Room })
            over.Add(TaskKind.NoRoom);
        await registrar.CloseTasksAsync([.. over], @case.Subject, "done", "bot", ct);
        foreach (var (_, kind, role) in All.Where(task => task.Reason == due.Reason))
            await registrar.OpenTaskAsync(kind, @case.Subject, role, null, "", ct, @case.Recording.Topic, @case.Recording.CourseId ?? "");
    }
}
