namespace RecordingBot.Deletion;

/// <summary>The deletion receipt of one copy: what went, when, why, under which authority, and how its absence was checked. No names.</summary>
public sealed class ReceiptRow
{
    public Guid Id { get; init; }

    /// <summary>Which fields are signed: 1 without the order and what else came with it, 2 all of them.</summary>
    public int Format { get; init; } = 2;

    public Guid RecordingId { get; init; }
    public Guid PartId { get; init; }
    public Guid CopyId { get; init; }
    public required string Place { get; init; }
    public required string Sha256 { get; init; }
    public long Size { get; init; }

    /// <summary>The order to delete that it carries out.</summary>
    public Guid OrderId { get; init; }

    public DateTimeOffset OrderedAt { get; init; }
    public DateTimeOffset GoneAt { get; init; }
    public required string Plan { get; init; }

    /// <summary>Why it ended, as the order says: a reason's code.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The edition of the rules under which it was ordered.</summary>
    public string Edition { get; init; } = "";

    /// <summary>JSON, as in the order.</summary>
    public required string Authority { get; init; }

    /// <summary>Evidence class (security.md 4).</summary>
    public required string Evidence { get; init; }

    /// <summary>How its absence was checked, one of <see cref="AbsenceCheck"/>.</summary>
    public string CheckedBy { get; init; } = "";

    /// <summary>What may remain elsewhere, separated by spaces; empty where nothing does.</summary>
    public required string Residues { get; init; }

    /// <summary>The key that signed it (<see cref="Registry.PublicKey"/>).</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>ECDSA P-256 over every other field (<see cref="ReceiptSigner"/>), base64.</summary>
    public required string Signature { get; set; }
}
