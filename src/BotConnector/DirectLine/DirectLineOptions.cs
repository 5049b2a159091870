namespace BotConnector.DirectLine;

/// <summary>Settings of the Direct Line server.</summary>
public sealed class DirectLineOptions
{
    /// <summary>The secret that tokens are signed with: 32 random bytes, kept by the host over restarts.</summary>
    public byte[] Key { get; set; } = [];

    /// <summary>How long a token is good for. Between one minute and a day.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long tokens can be renewed before the host is asked again who the person is. At least the token's lifetime, at most a day.</summary>
    public TimeSpan SignInLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How often an open stream looks by itself for what another process has written.</summary>
    public TimeSpan StreamPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>People come over https even where the last stretch to this process is plain: streams are then asked for with <c>wss</c>.</summary>
    public bool IsBehindHttps { get; set; }

    /// <summary>The bot's id in conversations.</summary>
    public string BotId { get; set; } = "bot";

    /// <summary>The bot's name to show.</summary>
    public string BotName { get; set; } = "Bot";

    /// <summary>The largest activity taken from a client, in bytes.</summary>
    public int MaxActivityBytes { get; set; } = 64 * 1024;

    /// <summary>The most activities given in one answer.</summary>
    public int PageSize { get; set; } = 200;
}
