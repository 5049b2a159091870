using RecordingAgent.State;
using RecordingAgent.Watching;

namespace RecordingAgent.Orders;

/// <summary>Takes orders one by one: checks, carries out, keeps the receipt.</summary>
internal sealed class OrderRunner(
    AgentOptions options,
    StateFolder state,
    RootBook roots,
    OrderVerifier verifier,
    ReceiptSigner signer,
    ReceiptBook receipts,
    OrderActs acts,
    TimeProvider clock
)
{
    /// <summary>Deals with an order, and leaves its receipt in the book.</summary>
    /// <param name="signed">The order as it came.</param>
    /// <param name="watched">The roots that are there now.</param>
    /// <param name="wakeup">Told when the order is to be looked at again.</param>
    /// <param name="ct">Ends an upload; the order is then begun anew at the next start.</param>
    /// <returns>A receipt that is not kept, for an order that isn't the server's; else null.</returns>
    public async Task<SignedReceipt?> RunAsync(SignedOrder signed, IReadOnlyList<WatchedRoot> watched, Wakeup wakeup, CancellationToken ct)
    {
        var order = signed.Order;
        if (!verifier.IsGenuine(signed))
            return Receipt(order, Result.Refused(ReceiptReasons.BadSignature)); // Kept, it would answer the genuine order too.
        if (receipts.Find(order) is not null)
        {
            receipts.MarkUnreported(order);
            return null;
        }
        var now = clock.GetUtcNow();
        if (order.NotBefore > now && order.ExpiresAt > now)
        {
            wakeup.By(order.NotBefore);
            return null;
        }
        if (await ResultOfAsync(order, watched, ct) is { } result)
            receipts.Keep(order, Receipt(order, result));
        else
            wakeup.By(now + options.RetryAfter);
        return null;
    }

    /// <summary>What came of it; null while the root is away, which says nothing about the file.</summary>
    private async Task<Result?> ResultOfAsync(Order order, IReadOnlyList<WatchedRoot> watched, CancellationToken ct)
    {
        if (OrderCheck.WhyNot(order, options.DeviceId, clock.GetUtcNow()) is { } reason)
            return Result.Refused(reason);
        if (!roots.Knows(order.RootId))
            return Result.Refused(ReceiptReasons.UnknownRoot);
        if (WhyNotRegistered(order) is { } unregistered)
            return Result.Refused(unregistered);
        return watched.FirstOrDefault(root => root.Id == order.RootId) is { } root ? await acts.CarryOutAsync(order, root, ct) : null;
    }

    /// <summary>Only what this agent has seen itself, and the server was told of.</summary>
    private string? WhyNotRegistered(Order order)
    {
        var folder = order.RelativePath.Split('/')[0];
        var known = StateFile.Read<FolderState>(state.Folder(order.RootId, folder))?.Known ?? [];
        return known.FirstOrDefault(part => part.RelativePath == order.RelativePath) switch
        {
            null => ReceiptReasons.NotRegistered,
            var part when part.Size != order.Size || part.Sha256 != order.Sha256 => ReceiptReasons.Changed,
            _ => null,
        };
    }

    private SignedReceipt Receipt(Order order, Result result) =>
        signer.Sign(
            new Receipt
            {
                OrderId = order.Id,
                DeviceId = options.DeviceId,
                Outcome = result.Outcome,
                Reason = result.Reason,
                At = clock.GetUtcNow(),
                Evidence = result.Evidence,
                Upload = result.Upload,
            }
        );
}
