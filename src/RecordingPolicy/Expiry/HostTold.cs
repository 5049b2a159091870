namespace RecordingPolicy.Expiry;

/// <summary>What a host was told about the participants' consents.</summary>
public enum HostTold
{
    /// <summary>That the participants consent first, and how.</summary>
    ConsentFirst,

    /// <summary>To pause: somebody has not consented.</summary>
    Pause,

    /// <summary>That everybody has consented.</summary>
    GoOn,
}
