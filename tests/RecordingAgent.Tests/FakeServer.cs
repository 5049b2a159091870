using System.Security.Cryptography;
using RecordingAgent.Orders;
using RecordingAgent.Progress;
using RecordingAgent.Watching;
using RecordingAgent.Waveforms;

namespace RecordingAgent.Tests;

/// <summary>A server that remembers what it is told, and keeps an order open until its receipt came.</summary>
internal sealed class FakeServer : IRecordingServer, IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public FakeServer() => Signer = new OrderSigner(key);

    public OrderSigner Signer { get; }

    /// <summary>While true, every call fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>While true, an order stays open even after its receipt.</summary>
    public bool RepeatsOrders { get; set; }

    /// <summary>While true, only telling of a waveform fails.</summary>
    public bool LosesWaveforms { get; set; }

    /// <summary>While true, only telling of progress fails.</summary>
    public bool LosesProgress { get; set; }

    /// <summary>Called before a recording is taken.</summary>
    public Action? OnRegister { get; set; }

    /// <summary>Called before a receipt is taken.</summary>
    public Action? OnReport { get; set; }

    public List<SeenRecording> Seen { get; } = [];

    public List<FolderTrouble> Troubles { get; } = [];

    public List<SignedReceipt> Receipts { get; } = [];

    public List<WorkProgress> Progress { get; } = [];

    public List<SeenWaveform> Waveforms { get; } = [];

    public List<SignedOrder> Orders { get; } = [];

    public Task<SeenAnswer> RegisterAsync(SeenRecording seen, CancellationToken ct)
    {
        Fail();
        OnRegister?.Invoke();
        Seen.Add(seen);
        return Task.FromResult(new SeenAnswer($"r-{Seen.Count}"));
    }

    public Task<IReadOnlyList<SignedOrder>> ReadOrdersAsync(string deviceId, CancellationToken ct)
    {
        Fail();
        return Task.FromResult<IReadOnlyList<SignedOrder>>([
            .. Orders.Where(o => RepeatsOrders || Receipts.TrueForAll(r => r.Receipt.OrderId != o.Order.Id)),
        ]);
    }

    public Task ReportAsync(SignedReceipt receipt, CancellationToken ct)
    {
        Fail();
        OnReport?.Invoke();
        Receipts.Add(receipt);
        return Task.CompletedTask;
    }

    public Task ReportTroubleAsync(FolderTrouble trouble, CancellationToken ct)
    {
        Fail();
        Troubles.Add(trouble);
        return Task.CompletedTask;
    }

    public Task ReportProgressAsync(WorkProgress progress, CancellationToken ct)
    {
        if (LosesProgress)
            throw new HttpRequestException("The server is away.");
        Fail();
        Progress.Add(progress);
        return Task.CompletedTask;
    }

    public Task ReportWaveformAsync(SeenWaveform waveform, CancellationToken ct)
    {
        if (LosesWaveforms)
            throw new HttpRequestException("The server is away.");
        Fail();
        Waveforms.Add(waveform);
        return Task.CompletedTask;
    }

    public void Dispose() => key.Dispose();

    private void Fail()
    {
        if (IsDown)
            throw new HttpRequestException("The server is away.");
    }
}
