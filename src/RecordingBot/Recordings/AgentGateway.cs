using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingAgent;
using RecordingAgent.Orders;
using RecordingAgent.Progress;
using RecordingAgent.Watching;
using RecordingAgent.Waveforms;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>What the bot is to its agents. Every call may be repeated, and returns once it is durable.</summary>
public sealed partial class AgentGateway(IServiceScopeFactory scopes, AgentWork work, TimeProvider clock, ILogger<AgentGateway> logger)
    : IRecordingServer
{
    private static readonly string Removal = WireName.Of(OrderKind.Delete);

    private readonly ConcurrentDictionary<string, byte[]> devices = new(StringComparer.Ordinal);

    /// <summary>From now on receipts of this device are checked with this key.</summary>
    public void Trust(string deviceId, byte[] publicKey) => devices[deviceId] = publicKey;

    public async Task<SeenAnswer> RegisterAsync(SeenRecording seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<RecordingRegistration>().RegisterAsync(seen, ct);
        work.EndReading(seen.DeviceId, seen.RootId, seen.RelativeFolder);
        return new(id.ToString());
    }

    public async Task<IReadOnlyList<SignedOrder>> ReadOrdersAsync(string deviceId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var now = clock.GetUtcNow();
        var open = await registry
            .AgentOrders.Where(row => row.DeviceId == deviceId && row.AnsweredAt == null && row.ExpiresAt > now)
            // An order to remove that has lain there since is given out no more where somebody holds it now, or its end has moved (I1).
            .Where(row =>
                row.Kind != Removal
                || registry.Recordings.Any(one => one.Id == row.RecordingId && one.HeldBy == null && one.OrderedFor == one.EndsAt)
            )
            .OrderBy(row => row.IssuedAt)
            .Take(100)
            .Select(row => row.Order)
            .ToListAsync(ct);
        return [.. open.Select(order => JsonSerializer.Deserialize<SignedOrder>(order)!)];
    }

    public async Task ReportAsync(SignedReceipt receipt, CancellationToken ct)
    {
        if (
            !devices.TryGetValue(receipt.Receipt.DeviceId, out var key)
            || !IsGenuine(receipt, key)
            || !Guid.TryParse(receipt.Receipt.OrderId, out var id)
        )
        {
            LogRefused();
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        if (
            await registry.AgentOrders.FirstOrDefaultAsync(row => row.Id == id && row.DeviceId == receipt.Receipt.DeviceId, ct)
            is not { AnsweredAt: null } order
        )
            return;
        (order.AnsweredAt, order.Receipt, order.Outcome) = (
            clock.GetUtcNow(),
            JsonSerializer.Serialize(receipt),
            WireName.Of(receipt.Receipt.Outcome)
        );
        var registrar = scope.ServiceProvider.GetRequiredService<Registrar>();
        registrar.Audit(
            "agent:" + order.DeviceId,
            "order.answered",
            Subject.Recording(order.RecordingId),
            before: order.Kind,
            after: order.Outcome
        );
        await registry.SaveChangesAsync(ct);
        work.EndUpload(receipt.Receipt.OrderId);
        await registry
            .Recordings.Where(row => row.Id == order.RecordingId && row.PublicationWait == PublicationWait.Upload)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PublicationWaitsUntil, (DateTimeOffset?)null), ct);
        await registrar.WakeAsync(row => row.Id == order.RecordingId, ct);
    }

    public async Task ReportTroubleAsync(FolderTrouble trouble, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FolderTroubles>().NoteAsync(trouble, ct);
    }

    public Task ReportProgressAsync(WorkProgress progress, CancellationToken ct) =>
        work.NoteAsync(
            progress,
            async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<WorkFinder>().FindAsync(progress, ct);
            }
        );

    public async Task ReportWaveformAsync(SeenWaveform waveform, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WaveformBook>().KeepAsync(waveform, ct);
    }

    private static bool IsGenuine(SignedReceipt receipt, byte[] key)
    {
        using var verifier = new ReceiptVerifier(key);
        return verifier.IsGenuine(receipt);
    }

    [LoggerMessage(LogLevel.Warning, "recording: a receipt was refused: its device is unknown or its signature wrong")]
    private partial void LogRefused();
}
