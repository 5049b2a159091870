namespace ZoomConnector.Http;

/// <summary>How an app fetches its token (facts/zoom.md 3.1).</summary>
internal sealed record AppSignIn(Uri TokenUrl, string ClientId, Secret ClientSecret, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>The server-to-server app, which acts for the account.</summary>
    public static AppSignIn OfAccount(ZoomOptions options) =>
        new(
            options.TokenUrl,
            options.ClientId,
            options.ClientSecret!,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "account_credentials",
                ["account_id"] = options.AccountId,
            }
        );

    /// <summary>The General app, which acts for itself.</summary>
    /// <exception cref="InvalidOperationException">There is no chatbot.</exception>
    public static AppSignIn OfChatbot(ZoomOptions options) =>
        options.Chatbot is { IsOn: true, ClientSecret: { } secret } chatbot
            ? new(
                options.TokenUrl,
                chatbot.ClientId,
                secret,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials" }
            )
            : throw new InvalidOperationException("Zoom:Chatbot is not set.");
}
