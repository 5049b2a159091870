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
        if (!@case.Recording.Restricted)
            await registrar.CloseTaskAsync(TaskKind.Withdrawal, @case.Subject, "done", "bot", ct);
        if (@case.Recording is not { PublicationWanted: true, PublicationWait: PublicationWait.Room })
            await registrar.CloseTaskAsync(TaskKind.NoRoom, @case.Subject, "done", "bot", ct);
        foreach (var (reason, kind, role) in All)
        {
            if (due.Reason == reason)
                await registrar.OpenTaskAsync(
                    kind,
                    @case.Subject,
                    role,
                    null,
                    "",
                    ct,
                    @case.Recording.Topic,
                    @case.Recording.CourseId ?? ""
                );
            else
                await registrar.CloseTaskAsync(kind, @case.Subject, "done", "bot", ct);
        }
    }
}
