using System.Security.Cryptography;
using RecordingAgent.Orders;
using RecordingBot.Recordings;

namespace Benchmarks.TermEnd;

/// <summary>
/// A teacher's computer, as the bot sees it: it asks for its orders, removes the files that they name, looks again, and reports with its own signature.
/// </summary>
internal sealed class Computer : IDisposable
{
    /// <summary>How soon it asks again when there was nothing to do; a real one is woken.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly AgentGateway gateway;
    private readonly string root;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Computer(AgentGateway gateway, string root)
    {
        (this.gateway, this.root) = (gateway, root);
        gateway.Trust(Term.Device, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var signer = new ReceiptSigner(key);
        while (!ct.IsCancellationRequested)
        {
            var orders = await gateway.ReadOrdersAsync(Term.Device, ct);
            foreach (var (order, _) in orders)
                await gateway.ReportAsync(signer.Sign(CarryOut(order)), ct);
            if (orders.Count == 0)
                await Task.Delay(Pause, ct);
        }
    }

    public void Dispose() => key.Dispose();

    private Receipt CarryOut(Order order)
    {
        var (path, now) = (Path.Combine(root, order.RelativePath), TimeProvider.System.GetUtcNow());
        var (outcome, kind) = (ReceiptOutcome.Done, EvidenceKind.ConfirmedAbsent);
        if (order.Kind is OrderKind.Delete)
        {
            if (Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) != order.Sha256)
                throw new BenchmarkException("An order names another file than the one that is there.");
            File.Delete(path);
            kind = EvidenceKind.UnlinkedOnDisk;
        }
        else if (File.Exists(path))
            kind = EvidenceKind.Present;
        return new()
        {
            OrderId = order.Id,
            DeviceId = order.DeviceId,
            Outcome = outcome,
            At = now,
            Evidence = new(kind, order.Size, order.Sha256, now),
        };
    }
}
