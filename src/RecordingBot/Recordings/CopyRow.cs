using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>A part in one place.</summary>
public sealed class CopyRow
{
    public Guid Id { get; init; }
    public Guid PartId { get; init; }

    /// <summary><c>recorder-computer</c>, <c>canvas</c> or <c>zoom-cloud</c>; or the storage that a decision names and a person moved it to.</summary>
    public required string Place { get; init; }

    /// <summary>Where there: the path below the agent's root, Canvas's or Zoom's file id, or the storage's name.</summary>
    public required string Locator { get; init; }

    /// <summary>Canvas's own name for the file's content, where it is there: another one is another's file.</summary>
    public string? Uuid { get; set; }

    /// <summary>What was brought there, in bytes, where that isn't told by its part: the part's file may have been written anew since.</summary>
    public long? Size { get; set; }

    public CopyState State { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>How it was removed and, once it is gone, how its absence was seen; an evidence class of security.md 4.</summary>
    public string? Evidence { get; set; }

    /// <summary>What may remain of it elsewhere, as a word; null where nothing does.</summary>
    public string? Residue { get; set; }
}
