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

    public static async Task KeepAsync(Registrar registrar, RecordingCase @case, DueStep due, CancellationToken ct)
    {
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
