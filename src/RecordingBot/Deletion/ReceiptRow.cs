namespace RecordingBot.Deletion;

/// <summary>The deletion receipt of one copy: what went, when, why, under which authority, and how its absence was checked. No names.</summary>
public sealed class ReceiptRow
{
    public Guid Id { get; init; }
    public Guid RecordingId { get; init; }
    public Guid PartId { get; init; }
    public Guid CopyId { get; init; }
    public required string Place { get; init; }
    public required string Sha256 { get; init; }
    public long Size { get; init; }
    public DateTimeOffset OrderedAt { get; init; }
    public DateTimeOffset GoneAt { get; init; }
    public required string Plan { get; init; }

    /// <summary>JSON, as in the order.</summary>
    public required string Authority { get; init; }

    /// <summary>Evidence class (security.md 4).</summary>
    public required string Evidence { get; init; }

    /// <summary>What may remain elsewhere, separated by spaces; empty where nothing does.</summary>
    public required string Residues { get; init; }

    /// <summary>ECDSA P-256 over every other field (<see cref="ReceiptSigner"/>), base64.</summary>
    public required string Signature { get; set; }
}
