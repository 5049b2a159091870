namespace ZoomConnector;

/// <summary>Where Zoom is and who we are there: a server-to-server app of one account (facts/zoom.md 3.1). Checked at start.</summary>
public sealed class ZoomOptions
{
    /// <summary>The REST address, version included. Https; a loopback address may be plain http.</summary>
    public Uri ApiUrl { get; set; } = new("https://api.zoom.us/v2");

    /// <summary>Where access tokens are fetched. Https; a loopback address may be plain http.</summary>
    public Uri TokenUrl { get; set; } = new("https://zoom.us/oauth/token");

    /// <summary>The account whose users and meetings are read.</summary>
    public string AccountId { get; set; } = "";

    /// <summary>The app's client id.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's client secret.</summary>
    public Secret? ClientSecret { get; set; }

    /// <summary>The app's webhook secret token: signs every event that Zoom sends.</summary>
    public Secret? WebhookSecret { get; set; }

    /// <summary>The secret token that the current one replaces, accepted beside it while both are in use; null or empty when there is none.</summary>
    public Secret? PreviousWebhookSecret { get; set; }

    /// <summary>The chatbot in Team Chat; there is none while nothing of it is set.</summary>
    public ChatbotOptions Chatbot { get; set; } = new();
}
