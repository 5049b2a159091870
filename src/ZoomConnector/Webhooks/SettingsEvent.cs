namespace ZoomConnector.Webhooks;

/// <summary>
/// Somebody changed settings or locks of a user, a group or the account, or who is in a group (facts/zoom.md 2.5). What it was changed to is not
/// read: ask for the settings.
/// </summary>
public sealed record SettingsEvent : ZoomEvent
{
    internal SettingsEvent(EventEnvelope envelope, bool ofUser)
        : base(envelope) => UserId = ofUser ? envelope.Object.FilledText("id") : null;

    /// <summary>Whose settings; null when it may be anybody's.</summary>
    public string? UserId { get; }
}
