namespace RecordingBot.Registry;

/// <summary>One of the installation's keys, sealed with what only its configuration knows.</summary>
public sealed class KeyRow
{
    public required string Name { get; init; }

    /// <summary>Nonce, tag, and the key in AES-GCM; the name belongs to what is sealed.</summary>
    public required byte[] Sealed { get; init; }

    public DateTimeOffset At { get; init; }
}
