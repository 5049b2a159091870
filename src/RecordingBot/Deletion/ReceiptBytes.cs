using System.Globalization;
using RecordingBot.Registry;

namespace RecordingBot.Deletion;

/// <summary>A receipt as the bytes that are signed.</summary>
internal static class ReceiptBytes
{
    public static byte[] Of(ReceiptRow receipt) =>
        receipt.Format == 1
            ? LengthPrefixed.Of([
                "deletion-receipt-1",
                .. What(receipt),
                LengthPrefixed.Moment(receipt.OrderedAt),
                LengthPrefixed.Moment(receipt.GoneAt),
                receipt.Plan,
                receipt.Authority,
                receipt.Evidence,
                receipt.Residues,
            ])
            : LengthPrefixed.Of([
                "deletion-receipt-2",
                receipt.Format.ToString(CultureInfo.InvariantCulture),
                .. What(receipt),
                receipt.OrderId.ToString(),
                LengthPrefixed.Moment(receipt.OrderedAt),
                LengthPrefixed.Moment(receipt.GoneAt),
                receipt.Plan,
                receipt.Reason,
                receipt.Edition,
                receipt.Authority,
                receipt.Evidence,
                receipt.CheckedBy,
                receipt.Residues,
                receipt.PublicKey,
            ]);

    private static string[] What(ReceiptRow receipt) =>
        [
            receipt.Id.ToString(),
            receipt.RecordingId.ToString(),
            receipt.PartId.ToString(),
            receipt.CopyId.ToString(),
            receipt.Place,
            receipt.Sha256,
            receipt.Size.ToString(CultureInfo.InvariantCulture),
        ];
}
