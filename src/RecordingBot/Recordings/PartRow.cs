using RecordingAgent.Waveforms;

namespace RecordingBot.Recordings;

/// <summary>One file of a recording, wherever its copies are; known by its content.</summary>
public sealed class PartRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }

    /// <summary><c>video</c>, <c>audio</c>, <c>chat</c>, <c>captions</c>, <c>participant-audio</c>, <c>other</c>.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }
    public long Size { get; set; }

    /// <summary>Of its content, hex; empty where nobody tells it, as for what lies in Zoom's cloud.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Playing time; null for what doesn't play.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>How loud it is along its length, up to 240 values; null where that isn't known. Derived from the recording: it goes with it.</summary>
    public byte[]? Waveform { get; set; }

    /// <summary>Whether it was drawn, and else why not; null where nobody has tried.</summary>
    public WaveformOutcome? WaveformOutcome { get; set; }

    public List<CopyRow> Copies { get; init; } = [];
}
