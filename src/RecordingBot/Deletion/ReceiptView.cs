using System.Text.Json;
using System.Text.Json.Serialization;

namespace RecordingBot.Deletion;

/// <summary>A deletion receipt as the API and the pages show it (design.md 5), and as <c>receipt verify</c> reads it.</summary>
/// <param name="Id">Our id of the receipt.</param>
/// <param name="Part">Our id of the file that went.</param>
/// <param name="Copy">Our id of its copy.</param>
/// <param name="Place">Where the copy was.</param>
/// <param name="Sha256">Of the file's content, hex; empty where it was never known, as in Zoom's cloud.</param>
/// <param name="Size">Of the file, in bytes.</param>
/// <param name="OrderedAt">When its deletion was ordered.</param>
/// <param name="GoneAt">When it was read back as gone.</param>
/// <param name="Plan">The retention plan that it carried out, <c>owner-asked</c> or <c>not-approved</c>.</param>
/// <param name="Authority">Under which decision: reference, role, valid from.</param>
/// <param name="Evidence">What was seen of its absence: an evidence class.</param>
/// <param name="Residues">What may remain elsewhere.</param>
/// <param name="Signature">ECDSA P-256, base64.</param>
/// <param name="Format">Which of the fields are signed.</param>
/// <param name="Recording">Our id of the recording.</param>
/// <param name="Order">Our id of the order to delete.</param>
/// <param name="Reason">Why it ended, a code.</param>
/// <param name="Edition">The edition of the rules.</param>
/// <param name="CheckedBy">How that was checked.</param>
/// <param name="PublicKey">The key that signed it: SubjectPublicKeyInfo, base64.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
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
    string Signature,
    int Format,
    Guid Recording,
    Guid Order,
    string Reason,
    string Edition,
    string CheckedBy,
    string PublicKey
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
            row.Signature,
            row.Format,
            row.RecordingId,
            row.OrderId,
            row.Reason,
            row.Edition,
            row.CheckedBy,
            row.PublicKey
        );

    /// <summary>The receipt as it was signed, whatever space a program has put between its fields since.</summary>
    public ReceiptRow ToRow() =>
        new()
        {
            Id = Id,
            Format = Format,
            RecordingId = Recording,
            PartId = Part,
            CopyId = Copy,
            Place = Place,
            Sha256 = Sha256,
            Size = Size,
            OrderId = Order,
            OrderedAt = OrderedAt,
            GoneAt = GoneAt,
            Plan = Plan,
            Reason = Reason,
            Edition = Edition,
            Authority = JsonSerializer.Serialize(Authority, JsonSerializerOptions.Web),
            Evidence = Evidence,
            CheckedBy = CheckedBy,
            Residues = string.Join(' ', Residues),
            PublicKey = PublicKey,
            Signature = Signature,
        };
}
