namespace RecordingBot.Registry;

/// <summary>An audit entry as the API and the page show it: with what its commitments stand for, where that is not erased.</summary>
/// <param name="Sequence">Its number, without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What.</param>
/// <param name="Subject">On what.</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is.</param>
/// <param name="Reason">Why.</param>
/// <param name="Edition">The rules' edition.</param>
/// <param name="RequestId">What it came of.</param>
/// <param name="Hash">The entry's hash in the chain, hex; null in what is older than the chain.</param>
public sealed record AuditView(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Action,
    string Subject,
    string? Before,
    string? After,
    string? Reason,
    string? Edition,
    string? RequestId,
    string? Hash
)
{
    /// <summary>An entry with its values.</summary>
    /// <param name="row">The entry.</param>
    /// <param name="values">What isn't erased of it.</param>
    public static AuditView Of(AuditRow row, IEnumerable<AuditValueRow> values)
    {
        var known = values.ToDictionary(value => value.Field, value => value.Value);
        string? Opened(AuditField field, string? text) =>
            text is not null && known.TryGetValue(field, out var value) ? Commitment.Opened(text, value) : text;
        return new(
            row.Sequence,
            row.At,
            Opened(AuditField.Actor, row.Actor)!,
            row.Action,
            Opened(AuditField.Subject, row.Subject)!,
            Opened(AuditField.Before, row.Before),
            Opened(AuditField.After, row.After),
            Opened(AuditField.Reason, row.Reason),
            row.Edition,
            row.RequestId,
            row.Hash is null ? null : Convert.ToHexStringLower(row.Hash)
        );
    }
}
