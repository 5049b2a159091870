namespace RecordingAgent.Orders;

/// <summary>What became of an order. Each is final: to try again, the server gives a new order.</summary>
public enum ReceiptOutcome
{
    /// <summary>Done, and looked at afterwards. For <see cref="OrderKind.Verify"/>: looked, see the evidence.</summary>
    Done,

    /// <summary>To be deleted, and no longer there when the agent came.</summary>
    AlreadyGone,

    /// <summary>The order is not one that the agent carries out; <see cref="Receipt.Reason"/> says why.</summary>
    Refused,

    /// <summary>Tried, and it did not work; <see cref="Receipt.Reason"/> says why.</summary>
    Failed,
}
