namespace ZoomConnector;

/// <summary>The General app through which a chatbot speaks in Team Chat: a registration of its own beside the account's app (facts/zoom.md 3.1, 4.1).</summary>
public sealed class ChatbotOptions
{
    /// <summary>The app's client id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's client secret.</summary>
    public Secret? ClientSecret { get; set; }

    /// <summary>The bot's own address in Team Chat, from the app's page in Zoom's marketplace.</summary>
    public string RobotJid { get; set; } = "";

    /// <summary>The app's secret token: signs every chatbot event that Zoom sends.</summary>
    public Secret? SecretToken { get; set; }

    /// <summary>The secret token that the current one replaces, accepted beside it while both are in use; null or empty when there is none.</summary>
    public Secret? PreviousSecretToken { get; set; }

    /// <summary>Whether there is a chatbot: any of its settings is given, and then all have to be.</summary>
    public bool IsOn =>
        !string.IsNullOrWhiteSpace(ClientId)
        || ClientSecret is { IsMissing: false }
        || !string.IsNullOrWhiteSpace(RobotJid)
        || SecretToken is { IsMissing: false };
}
