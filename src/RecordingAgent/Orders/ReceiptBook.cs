using RecordingAgent.State;

namespace RecordingAgent.Orders;

/// <summary>
/// Keeps receipts: one for each order, for good, so that the same order again gets the same answer.
/// Those that the server hasn't got yet have a mark in the outbox.
/// </summary>
internal sealed class ReceiptBook(StateFolder state)
{
    public SignedReceipt? Find(Order order) => StateFile.Read<SignedReceipt>(state.Receipt(Key(order)));

    /// <summary>Keeps a receipt. A crash between its two beats is healed by the server, which still names the order as open.</summary>
    public void Keep(Order order, SignedReceipt receipt)
    {
        StateFile.Write(state.Receipt(Key(order)), receipt);
        MarkUnreported(order);
    }

    /// <summary>The server asks again, so it hasn't got the receipt.</summary>
    public void MarkUnreported(Order order) => StateFile.WriteBytes(state.Outbox(Key(order)), []);

    /// <summary>Hands in what is in the outbox. <paramref name="report"/> answers whether the server has it now.</summary>
    /// <returns>True if the server has all.</returns>
    public async Task<bool> ReportAllAsync(Func<SignedReceipt, Task<bool>> report)
    {
        foreach (var mark in state.AllInOutbox())
        {
            if (StateFile.Read<SignedReceipt>(state.Receipt(Path.GetFileName(mark))) is { } receipt && !await report(receipt))
                return false;
            FilePoint.Pass("reported", mark);
            File.Delete(mark);
        }
        return true;
    }

    /// <summary>An order's receipt is found by everything in the order, so that no other order gets it.</summary>
    private static string Key(Order order) => StateFolder.NameOf(CanonicalBytes.Of(order));
}
