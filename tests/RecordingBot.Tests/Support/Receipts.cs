using RecordingBot.Deletion;

namespace RecordingBot.Tests.Support;

/// <summary>Receipts to sign and to spoil.</summary>
internal static class Receipts
{
    /// <summary>A receipt with a value in each field.</summary>
    public static ReceiptRow Sample() =>
        new()
        {
            Id = Guid.NewGuid(),
            RecordingId = Guid.NewGuid(),
            PartId = Guid.NewGuid(),
            CopyId = Guid.NewGuid(),
            Place = "canvas",
            Sha256 = new string('a', 64),
            Size = 1,
            OrderedAt = SmallCampus.Beginning,
            GoneAt = SmallCampus.Beginning.AddMinutes(1),
            Plan = "course-lifetime",
            Authority = "{}",
            Evidence = "hidden-in-canvas",
            Residues = "",
            Signature = "",
        };

    /// <summary>Gives one field the next value.</summary>
    public static void Change(ReceiptRow receipt, string field)
    {
        var property = typeof(ReceiptRow).GetProperty(field)!;
        property.SetValue(
            receipt,
            property.GetValue(receipt) switch
            {
                Guid => Guid.NewGuid(),
                string text => text + "x",
                int number => number + 1,
                long number => number + 1,
                DateTimeOffset instant => instant.AddMicroseconds(1),
                _ => throw new NotSupportedException("A field of a kind that this doesn't know."),
            }
        );
    }
}
