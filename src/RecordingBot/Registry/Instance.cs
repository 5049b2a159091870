namespace RecordingBot.Registry;

/// <summary>This process among those that work on one registry; a restart makes it another.</summary>
public sealed class Instance
{
    /// <summary>What its leases are held under.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What the database knows it as while it lives.</summary>
    public string SessionName => SessionsBegin + Id;

    /// <summary>How every instance's name begins.</summary>
    public const string SessionsBegin = "RecordingBot instance ";
}
