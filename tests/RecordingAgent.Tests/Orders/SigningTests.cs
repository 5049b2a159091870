using System.Security.Cryptography;
using RecordingAgent.Orders;

namespace RecordingAgent.Tests.Orders;

public sealed class SigningTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly Order Sample = new()
    {
        Id = "o-1",
        DeviceId = "d",
        Kind = OrderKind.Upload,
        RootId = "r",
        RelativePath = "a/b",
        Size = 1,
        Sha256 = "00",
        NotBefore = DateTimeOffset.UnixEpoch,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1),
        Upload = new UploadTarget
        {
            Url = new Uri("https://canvas.campus.example.edu/u"),
            Params = [new("k", "v"), new("l", "w")],
            FileName = "a.mp4",
            ContentType = "video/mp4",
        },
    };

    private static readonly Func<Order, Order>[] Changes =
    [
        o => o with { Id = "o-2" },
        o => o with { DeviceId = "e" },
        o => o with { Kind = OrderKind.Delete },
        o => o with { RootId = "s" },
        o => o with { RelativePath = "a/c" },
        o => o with { RootId = "ra", RelativePath = "/b" },
        o => o with { Size = 2 },
        o => o with { Sha256 = "01" },
        o => o with { NotBefore = o.NotBefore.AddTicks(1) },
        o => o with { ExpiresAt = o.ExpiresAt.AddTicks(1) },
        o => o with { Upload = null },
        o => o with { Upload = o.Upload! with { Url = new Uri("https://canvas.campus.example.edu/v") } },
        o => o with { Upload = o.Upload! with { Params = [new("l", "w"), new("k", "v")] } },
        o => o with { Upload = o.Upload! with { Params = [new("kv", ""), new("l", "w")] } },
        o => o with { Upload = o.Upload! with { Params = [new("k", "v")] } },
        o => o with { Upload = o.Upload! with { FileParam = "f" } },
        o => o with { Upload = o.Upload! with { FileName = "b.mp4" } },
        o => o with { Upload = o.Upload! with { ContentType = "audio/mp4" } },
    ];

    [Fact]
    public void Order_ChangedInAnyMember_IsNotGenuine()
    {
        var signer = new OrderSigner(key);
        using var verifier = new OrderVerifier(signer.PublicKey);
        var signed = signer.Sign(Sample);

        Assert.True(verifier.IsGenuine(signed));
        Assert.All(Changes, change => Assert.False(verifier.IsGenuine(signed with { Order = change(Sample) })));
    }

    [Fact]
    public void Order_WrittenInAnotherZone_IsTheSame()
    {
        var signer = new OrderSigner(key);
        using var verifier = new OrderVerifier(signer.PublicKey);
        var signed = signer.Sign(Sample);

        Assert.True(
            verifier.IsGenuine(signed with { Order = Sample with { NotBefore = Sample.NotBefore.ToOffset(TimeSpan.FromHours(2)) } })
        );
    }

    [Fact]
    public void Order_SurvivesJson()
    {
        var signer = new OrderSigner(key);
        using var verifier = new OrderVerifier(signer.PublicKey);

        var json = System.Text.Json.JsonSerializer.Serialize(signer.Sign(Sample));

        Assert.True(verifier.IsGenuine(System.Text.Json.JsonSerializer.Deserialize<SignedOrder>(json)!));
    }

    [Fact]
    public void Receipt_ChangedInAnyMember_IsNotGenuine()
    {
        var receipt = new Receipt
        {
            OrderId = "o-1",
            DeviceId = "d",
            Outcome = ReceiptOutcome.Done,
            At = DateTimeOffset.UnixEpoch,
            Evidence = new(EvidenceKind.Present, 1, "00", DateTimeOffset.UnixEpoch),
            Upload = new(201, "/l", "b"),
        };
        var signed = new ReceiptSigner(key).Sign(receipt);
        using var verifier = new ReceiptVerifier(key.ExportSubjectPublicKeyInfo());
        Receipt[] changed =
        [
            receipt with
            {
                OrderId = "o-2",
            },
            receipt with
            {
                DeviceId = "e",
            },
            receipt with
            {
                Outcome = ReceiptOutcome.Failed,
            },
            receipt with
            {
                Reason = "",
            },
            receipt with
            {
                At = receipt.At.AddTicks(1),
            },
            receipt with
            {
                Evidence = null,
            },
            receipt with
            {
                Evidence = receipt.Evidence! with { Kind = EvidenceKind.Different },
            },
            receipt with
            {
                Evidence = receipt.Evidence! with { Size = null },
            },
            receipt with
            {
                Evidence = receipt.Evidence! with { Sha256 = "01" },
            },
            receipt with
            {
                Evidence = receipt.Evidence! with { SeenAt = receipt.At.AddTicks(1) },
            },
            receipt with
            {
                Upload = null,
            },
            receipt with
            {
                Upload = receipt.Upload! with { Status = 200 },
            },
            receipt with
            {
                Upload = receipt.Upload! with { Location = null },
            },
            receipt with
            {
                Upload = receipt.Upload! with { Body = "c" },
            },
        ];

        Assert.True(verifier.IsGenuine(signed));
        Assert.All(changed, other => Assert.False(verifier.IsGenuine(signed with { Receipt = other })));
    }

    [Fact]
    public void Key_OnAnotherCurve_IsRefused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => new OrderSigner(other));
        Assert.Throws<ArgumentException>(() => new OrderVerifier(other.ExportSubjectPublicKeyInfo()));
        Assert.Throws<ArgumentException>(() => new ReceiptVerifier([1, 2, 3]));
    }

    public void Dispose() => key.Dispose();
}
