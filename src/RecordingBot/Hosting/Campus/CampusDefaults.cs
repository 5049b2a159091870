namespace RecordingBot.Hosting.Campus;

/// <summary>A value for every setting in environment <c>Campus</c>, so that the bot starts with nothing said. Everything here is a sample: no secret is real.</summary>
public static class CampusDefaults
{
    /// <summary>The folder for everything written, where <c>--data</c> names none.</summary>
    public const string DataFolder = "campus-data";

    /// <summary>Campus's Zoom leaves its recordings in this folder below the data folder.</summary>
    public const string RecordingsFolder = "zoom-recordings";

    /// <summary>Where the bot listens.</summary>
    public const int BotPort = 5080;

    /// <summary>The settings; whatever else is configured comes before them.</summary>
    /// <param name="dataFolder">An absolute path.</param>
    public static IReadOnlyDictionary<string, string?> Of(string dataFolder) =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Policy:Pack"] = "lund",
            ["Registry:ConnectionString"] = "Data Source=registry.db",
            ["Registry:KeySecret"] = "Y2FtcHVzLWNhbXB1cy1jYW1wdXMtY2FtcHVzLWNhbXA=",
            ["SignIn:Door"] = CampusSignIn.Path,
            ["Canvas:Token"] = "campus-admin",
            ["Canvas:RootAccountId"] = "1",
            ["Canvas:SyncEvery"] = "00:00:10",
            ["Canvas:SectionsEvery"] = "00:00:10",
            ["Zoom:AccountId"] = "campus-account",
            ["Zoom:ClientId"] = "campus-client",
            ["Zoom:ClientSecret"] = "campus-client-secret",
            ["Zoom:WebhookSecret"] = "campus-webhook-secret",
            ["Zoom:Chatbot:ClientId"] = "campus-chatbot",
            ["Zoom:Chatbot:ClientSecret"] = "campus-chatbot-secret",
            ["Zoom:Chatbot:RobotJid"] = "v1campus@xmpp.zoom.us",
            ["Zoom:Chatbot:SecretToken"] = "campus-chatbot-token",
            ["Agent:Owner"] = "teacher",
            ["Agent:Folders:0"] = Path.Combine(dataFolder, RecordingsFolder),
        }
            .Concat(At(BotPort))
            .Concat(CampusPeople.Settings)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings that name ports: the bot's, and those of Canvas, Zoom and the control in a row behind it.</summary>
    public static IReadOnlyDictionary<string, string?> At(int botPort) =>
        new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Urls"] = $"http://127.0.0.1:{botPort}",
            ["PublicUrl"] = $"http://127.0.0.1:{botPort}",
            ["Canvas:BaseUrl"] = $"http://127.0.0.1:{botPort + 1}",
            ["Zoom:ApiUrl"] = $"http://127.0.0.1:{botPort + 2}/v2",
            ["Zoom:TokenUrl"] = $"http://127.0.0.1:{botPort + 2}/oauth/token",
            ["Campus:ControlUrl"] = $"http://127.0.0.1:{botPort + 3}",
        };
}
