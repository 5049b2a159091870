using System.Text.Json;

namespace RecordingBot.Deletion;

/// <summary>A deletion receipt as the API and the pages show it (design.md 5).</summary>
/// <param name="Id">Our id of the receipt.</param>
/// <param name="Part">Our id of the file that went.</param>
/// <param name="Copy">Our id of its copy.</param>
/// <param name="Place">Where the copy was.</param>
/// <param name="Sha256">Of the file's content, hex.</param>
/// <param name="Size">Of the file, in bytes.</param>
/// <param name="OrderedAt">When its deletion was ordered.</param>
/// <param name="GoneAt">When it was read back as gone.</param>
/// <param name="Plan">The retention plan that it carried out, or <c>owner-asked</c>.</param>
/// <param name="Authority">Under which decision: reference, role, valid from.</param>
/// <param name="Evidence">How its absence was checked.</param>
/// <param name="Residues">What may remain elsewhere.</param>
/// <param name="Signature">ECDSA P-256, base64.</param>
public sealed record ReceiptView(
    Guid Id,
    Guid Part,
    Guid Copy,
    string Place,
    string Sha256,
    long Size,
    DateTimeOffset OrderedAt,
    DateTimeOffset GoneAt,
    string Plan,
    JsonElement Authority,
    string Evidence,
    IReadOnlyList<string> Residues,
    string Signature
)
{
    public static ReceiptView Of(ReceiptRow row) =>
        new(
            row.Id,
            row.PartId,
            row.CopyId,
            row.Place,
            row.Sha256,
            row.Size,
            row.OrderedAt,
            row.GoneAt,
            row.Plan,
            JsonElement.Parse(row.Authority),
            row.Evidence,
            row.Residues.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row.Signature
        );
}
