namespace ZoomConnector.CloudRecordings;

/// <summary>One file in Zoom's cloud. Where it can be fetched from is left out on purpose: those addresses are keys, and nothing here needs them.</summary>
public sealed record CloudFile
{
    /// <summary>Zoom's id of the file; null where it tells none, as of some time lines.</summary>
    public string? Id { get; init; }

    /// <summary>Zoom's word for what it is, such as <c>MP4</c>, <c>M4A</c>, <c>CHAT</c> or <c>TRANSCRIPT</c>; empty where not told. May be new to us.</summary>
    public string FileType { get; init; } = "";

    /// <summary>The name's ending as Zoom says it, such as <c>MP4</c> or <c>VTT</c>; null where not told.</summary>
    public string? FileExtension { get; init; }

    /// <summary>What it shows, such as <c>active_speaker</c>: not where it is kept. Null where not told; may be new to us.</summary>
    public string? RecordingType { get; init; }

    /// <summary>Bytes; 0 where not told.</summary>
    public long FileSize { get; init; }

    /// <summary>When its stretch of recording began; null where not told.</summary>
    public DateTimeOffset? RecordingStart { get; init; }

    /// <summary>When that ended; null where not told.</summary>
    public DateTimeOffset? RecordingEnd { get; init; }

    /// <summary>Zoom's word for how far it is: <c>completed</c> or <c>processing</c>; null where not told.</summary>
    public string? Status { get; init; }

    /// <summary>It is one participant's own track.</summary>
    public bool OfOneParticipant { get; init; }

    /// <summary>Zoom still works on it: its size is not final.</summary>
    public bool IsUnfinished => Status is "processing";
}
