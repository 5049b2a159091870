using RecordingBot.Deletion;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Deletion;

/// <summary>A receipt that somebody changed shows it, whatever the field.</summary>
public sealed class ReceiptSignerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-keys-").FullName;

    public static TheoryData<string> Fields =>
        [.. typeof(ReceiptRow).GetProperties().Select(property => property.Name).Where(name => name is not nameof(ReceiptRow.Signature))];

    public void Dispose() => Scratch.Remove(folder);

    [Theory]
    [MemberData(nameof(Fields))]
    public void Receipt_WithOneFieldChanged_IsNoLongerGenuine(string field)
    {
        using var signer = new ReceiptSigner(new KeyRing(folder));
        var receipt = signer.Sign(Receipts.Sample());
        Assert.True(signer.IsGenuine(receipt));

        Receipts.Change(receipt, field);

        Assert.False(signer.IsGenuine(receipt));
    }

    [Fact]
    public void Receipt_OfAnotherInstallation_IsNotGenuine()
    {
        using var ours = new ReceiptSigner(new KeyRing(folder));
        using var theirs = new ReceiptSigner(new KeyRing(Path.Combine(folder, "theirs")));

        Assert.False(ours.IsGenuine(theirs.Sign(Receipts.Sample())));
    }

    [Fact]
    public void Receipt_WithTextMovedFromOneFieldToTheNext_IsNotGenuine()
    {
        using var signer = new ReceiptSigner(new KeyRing(folder));
        var receipt = signer.Sign(Receipts.Sample());

        var moved = new ReceiptRow
        {
            Id = receipt.Id,
            RecordingId = receipt.RecordingId,
            PartId = receipt.PartId,
            CopyId = receipt.CopyId,
            Place = receipt.Place + receipt.Sha256[0],
            Sha256 = receipt.Sha256[1..],
            Size = receipt.Size,
            OrderedAt = receipt.OrderedAt,
            GoneAt = receipt.GoneAt,
            Plan = receipt.Plan,
            Authority = receipt.Authority,
            Evidence = receipt.Evidence,
            Residues = receipt.Residues,
            Signature = receipt.Signature,
        };

        Assert.False(signer.IsGenuine(moved));
    }
}
