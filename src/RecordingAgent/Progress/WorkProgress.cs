namespace RecordingAgent.Progress;

/// <summary>How far a long piece of work is.</summary>
public abstract record WorkProgress
{
    /// <summary>The computer that works.</summary>
    public required string DeviceId { get; init; }

    /// <summary>Bytes dealt with.</summary>
    public required long Done { get; init; }

    /// <summary>Bytes in all.</summary>
    public required long Total { get; init; }

    /// <summary>A finished folder is read and hashed, before it is registered.</summary>
    public sealed record Reading : WorkProgress
    {
        /// <summary>The watched folder.</summary>
        public required string RootId { get; init; }

        /// <summary>The session folder; with the root it names the recording to come.</summary>
        public required string RelativeFolder { get; init; }

        /// <summary>The start as the folder's name tells it, without zone.</summary>
        public required DateTime StartedAtLocal { get; init; }

        /// <summary>The topic as the folder's name tells it; may be empty.</summary>
        public required string Topic { get; init; }

        /// <summary>A number at the end of the name; a hint only.</summary>
        public long? ZoomMeetingNumber { get; init; }
    }

    /// <summary>A file is sent where an order says.</summary>
    public sealed record Upload : WorkProgress
    {
        /// <summary>The order.</summary>
        public required string OrderId { get; init; }
    }
}
