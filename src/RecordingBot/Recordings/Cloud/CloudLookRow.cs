namespace RecordingBot.Recordings.Cloud;

/// <summary>Something in Zoom's cloud that is to be looked at: one instance, because an event spoke of it, or one host, again and again.</summary>
public sealed class CloudLookRow
{
    public const string HostPrefix = "host:";
    public const string InstancePrefix = "instance:";

    /// <summary>What: a prefix and Zoom's id of it.</summary>
    public required string Key { get; init; }

    public DateTimeOffset NextAt { get; set; }

    /// <summary>When a host's next long look is due.</summary>
    public DateTimeOffset LongAt { get; set; }

    /// <summary>The day from which on all that a host has there was listed for the inventory; null before the first such look.</summary>
    public DateOnly? ListedFrom { get; set; }

    /// <summary>Raised by everyone who asks for a look: one that began before it doesn't count for it.</summary>
    public int Asked { get; set; }

    /// <summary>How often it has failed since it last went well.</summary>
    public int Attempts { get; set; }
}
