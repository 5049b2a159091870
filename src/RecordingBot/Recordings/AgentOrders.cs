using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingAgent.Orders;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Recordings;

/// <summary>Orders to agents: one is open for a copy and a kind; a step asks for it and takes the answer in once.</summary>
public sealed class AgentOrders(RegistryContext registry, OrderSigner signer, Leases leases, TimeProvider clock, Doorbell doorbell)
{
    /// <summary>How long an order holds (security.md 3.6).</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromDays(7);

    /// <summary>When to look whether an answer has come, if the agent's report did not already say so.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A recording's order of this kind for this copy that is open or answered and not yet taken in; null if there is none. An order with a name
    /// of its own is found by that alone.
    /// </summary>
    public async Task<AgentOrderRow?> CurrentAsync(
        RecordingRow recording,
        CopyRow copy,
        OrderKind kind,
        CancellationToken ct,
        string? name = null
    )
    {
        var (known, now) = (name ?? WireName.Of(kind), clock.GetUtcNow());
        return await registry
            .AgentOrders.Where(row =>
                row.RecordingId == recording.Id
                && row.CopyId == copy.Id
                && row.Kind == known
                && !row.Used
                && (row.AnsweredAt != null || row.ExpiresAt > now)
            )
            .OrderByDescending(row => row.IssuedAt)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Issues an order, durable at once, and wakes the agent: that of the recording, or of the one whose file it shows.</summary>
    public async Task<AgentOrderRow> IssueAsync(
        RecordingRow recording,
        PartRow part,
        CopyRow copy,
        OrderKind kind,
        CancellationToken ct,
        UploadTarget? upload = null,
        TimeSpan? holds = null,
        string? name = null,
        RecordingRow? holder = null
    )
    {
        // An agent that has read it carries it out: it can't be taken back.
        await leases.StandAsync(ct);
        var now = clock.GetUtcNow();
        var order = new Order
        {
            Id = Guid.CreateVersion7(now).ToString(),
            DeviceId = (holder ?? recording).DeviceId!,
            Kind = kind,
            RootId = (holder ?? recording).RootId!,
            RelativePath = copy.Locator,
            Size = part.Size,
            Sha256 = part.Sha256,
            NotBefore = now,
            ExpiresAt = now + (holds ?? Holds),
            Upload = upload,
        };
        var row = new AgentOrderRow
        {
            Id = Guid.Parse(order.Id),
            DeviceId = order.DeviceId,
            RecordingId = recording.Id,
            CopyId = copy.Id,
            Kind = name ?? WireName.Of(kind),
            Order = JsonSerializer.Serialize(signer.Sign(order)),
            IssuedAt = now,
            ExpiresAt = order.ExpiresAt,
        };
        registry.AgentOrders.Add(row);
        await registry.SaveChangesAsync(ct);
        await doorbell.RingAsync<AgentHost>(ct);
        return row;
    }

    /// <summary>Takes an answer in, durably: whatever follows from it, another order may be issued.</summary>
    public async Task<Receipt> TakeInAsync(AgentOrderRow row, CancellationToken ct)
    {
        row.Used = true;
        await registry.SaveChangesAsync(ct);
        return JsonSerializer.Deserialize<SignedReceipt>(row.Receipt!)!.Receipt;
    }

    /// <summary>The receipt in an answered order.</summary>
    public static Receipt ReceiptOf(AgentOrderRow row) => JsonSerializer.Deserialize<SignedReceipt>(row.Receipt!)!.Receipt;
}
