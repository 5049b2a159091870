using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using RecordingAgent.Orders;
using RecordingAgent.Orders.Confined;
using RecordingAgent.Progress;
using RecordingAgent.State;
using RecordingAgent.Watching;
using RecordingAgent.Waveforms;

namespace RecordingAgent;

/// <summary>
/// The companion on the teacher's computer: finds finished recordings, hashes and registers them, and carries out the server's orders.
/// It keeps what it knows in <see cref="AgentOptions.StateFolder"/> and may be stopped at any moment.
/// </summary>
public sealed partial class Agent : IDisposable
{
    private readonly AgentOptions options;
    private readonly IRecordingServer server;
    private readonly TimeProvider clock;
    private readonly ILogger<Agent> logger;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ECDsa deviceKey;
    private readonly OrderVerifier verifier;
    private readonly Uploader uploader;
    private readonly RootBook roots;
    private readonly TroubleBook troubles;
    private readonly ReceiptBook receipts;
    private readonly WaveformWork waveforms;
    private readonly FolderWatcher watcher;
    private readonly OrderRunner runner;

    /// <summary>Makes an agent, and its key at the first start; nothing is looked at yet.</summary>
    /// <param name="options">Settings, checked here.</param>
    /// <param name="server">The server.</param>
    /// <param name="clock">The clock that rules waits and expiry.</param>
    /// <param name="logger">Gets ids, never names or paths.</param>
    /// <exception cref="ArgumentException">A setting is missing or wrong; the message names it.</exception>
    public Agent(AgentOptions options, IRecordingServer server, TimeProvider clock, ILogger<Agent> logger)
    {
        this.options = AgentOptionsCheck.Checked(options);
        this.server = server;
        this.clock = clock;
        this.logger = logger;
        verifier = new OrderVerifier(options.ServerPublicKey);

        var state = new StateFolder(options.StateFolder);
        deviceKey = DeviceKey.OpenOrCreate(state.DeviceKey);
        DevicePublicKey = deviceKey.ExportSubjectPublicKeyInfo();
        uploader = new Uploader(options.UploadStall);
        roots = new RootBook(options.Folders, state.Roots);
        troubles = new TroubleBook(options.DeviceId, options.Folders, state.Troubles);
        receipts = new ReceiptBook(state);
        waveforms = new WaveformWork(
            options,
            state,
            clock,
            (waveform, ct) => AskAsync("waveform", () => server.ReportWaveformAsync(waveform, ct), ct)
        );
        watcher = new FolderWatcher(
            options,
            state,
            troubles,
            waveforms,
            clock,
            (seen, ct) => AskAsync("register", () => server.RegisterAsync(seen, ct), ct),
            TellAsync
        );
        IConfinedFiles files = LinuxConfinedFiles.IsSupported() ? new LinuxConfinedFiles() : new CheckedConfinedFiles();
        var acts = new OrderActs(files, uploader, clock, TellAsync);
        runner = new OrderRunner(options, state, roots, verifier, new ReceiptSigner(deviceKey), receipts, acts, clock);
    }

    /// <summary>The device's public key (SubjectPublicKeyInfo), with which the server checks receipts. The key is made at the first start.</summary>
    public byte[] DevicePublicKey { get; }

    /// <summary>
    /// One look: watches, hashes and registers what is complete, carries out orders, reports. May be called at any time and from
    /// several threads; looks don't overlap. Faults of folders and of the server are reported or logged and tried again at the next look.
    /// </summary>
    /// <returns>When it wants to look again for what it has begun; null if nothing is pending.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; the next look goes on.</exception>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            return await LookAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        uploader.Dispose();
        verifier.Dispose();
        deviceKey.Dispose();
        gate.Dispose();
    }

    private async Task<DateTimeOffset?> LookAsync(CancellationToken ct)
    {
        var wakeup = new Wakeup();
        troubles.Begin();
        waveforms.Begin();
        var watched = CheckRoots();
        foreach (var root in watched)
            await watcher.LookAsync(root, wakeup, ct);
        troubles.End(clock.GetUtcNow());

        await RunOrdersAsync(watched, wakeup, ct);
        var isHeard = await receipts.ReportAllAsync(receipt => AskAsync("report", () => server.ReportAsync(receipt, ct), ct));
        await troubles.TellAsync(trouble => AskAsync("trouble", () => server.ReportTroubleAsync(trouble, ct), ct));
        if (!isHeard || troubles.IsAny)
            wakeup.By(clock.GetUtcNow() + options.RetryAfter);
        await waveforms.DrawNextAsync(wakeup, ct);
        return wakeup.At;
    }

    private List<WatchedRoot> CheckRoots()
    {
        List<WatchedRoot> watched = [];
        for (var index = 0; index < options.Folders.Count; index++)
        {
            var (root, trouble) = roots.Check(index);
            if (root is not null)
                watched.Add(root);
            if (trouble is { } kind)
                troubles.Note(kind, index, roots.LastIdOf(index), folder: "", clock.GetUtcNow());
        }
        return watched;
    }

    private async Task RunOrdersAsync(List<WatchedRoot> watched, Wakeup wakeup, CancellationToken ct)
    {
        IReadOnlyList<SignedOrder> orders = [];
        if (!await AskAsync("orders", async () => orders = await server.ReadOrdersAsync(options.DeviceId, ct), ct))
            wakeup.By(clock.GetUtcNow() + options.RetryAfter);
        foreach (var order in orders)
        {
            if (await runner.RunAsync(order, watched, wakeup, ct) is not { } refusal)
                continue;
            LogForged(order.Order.Id);
            await AskAsync("report", () => server.ReportAsync(refusal, ct), ct);
        }
    }

    private Task<bool> TellAsync(WorkProgress progress, CancellationToken ct) =>
        AskAsync("progress", () => server.ReportProgressAsync(progress, ct), ct);

    /// <summary>Asks the server. Whatever goes wrong there is tried again at the next look: true if it went well.</summary>
    private async Task<bool> AskAsync(string what, Func<Task> call, CancellationToken ct)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotHeard(what, e);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The server did not take the call '{Call}'; it is repeated.")]
    private partial void LogNotHeard(string call, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The order {OrderId} does not bear the server's signature and is refused.")]
    private partial void LogForged(string orderId);
}
