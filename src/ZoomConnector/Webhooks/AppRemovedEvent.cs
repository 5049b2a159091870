namespace ZoomConnector.Webhooks;

/// <summary><c>app_deauthorized</c>: the account has removed the app. Nobody can be written to any more, until they write first.</summary>
public sealed record AppRemovedEvent : ZoomEvent
{
    internal AppRemovedEvent(EventEnvelope envelope)
        : base(envelope) { }
}
