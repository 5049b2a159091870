namespace ZoomConnector.Webhooks;

/// <summary><c>endpoint.url_validation</c>: Zoom asks whether we know the secret. Answer with <see cref="WebhookVerifier.Answer"/>.</summary>
public sealed record UrlValidationEvent : ZoomEvent
{
    internal UrlValidationEvent(EventEnvelope envelope, string plainToken)
        : base(envelope) => PlainToken = plainToken;

    /// <summary>The challenge; never empty.</summary>
    public string PlainToken { get; }
}
