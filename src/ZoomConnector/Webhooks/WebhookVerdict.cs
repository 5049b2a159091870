namespace ZoomConnector.Webhooks;

/// <summary>Whether a delivery comes from Zoom, and is fresh enough to act on (security.md 3.1).</summary>
public abstract record WebhookVerdict
{
    private WebhookVerdict() { }

    /// <summary>From Zoom, and sent within 300 s of our clock.</summary>
    /// <param name="SecretIndex">Which secret signed it: 0 the current, 1 the previous.</param>
    /// <param name="SentAt">When Zoom says it sent it.</param>
    public sealed record Accepted(int SecretIndex, DateTimeOffset SentAt) : WebhookVerdict;

    /// <summary>From Zoom, but up to 24 hours old: answer 200, keep it, act on nothing in it, and read the meeting afresh.</summary>
    /// <param name="SecretIndex">Which secret signed it: 0 the current, 1 the previous.</param>
    /// <param name="SentAt">When Zoom says it sent it.</param>
    public sealed record Stale(int SecretIndex, DateTimeOffset SentAt) : WebhookVerdict;

    /// <summary>Not to be believed: answer 401 and change nothing.</summary>
    /// <param name="Reason">Why, for the security log.</param>
    public sealed record Refused(WebhookRefusal Reason) : WebhookVerdict;
}
