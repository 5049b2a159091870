namespace RecordingBot.Registry;

/// <summary>An audit entry as the API shows it.</summary>
public sealed record AuditView(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Action,
    string Subject,
    string? Before,
    string? After,
    string? Reason
)
{
    public static AuditView Of(AuditRow row) =>
        new(row.Sequence, row.At, row.Actor, row.Action, row.Subject, row.Before, row.After, row.Reason);
}
