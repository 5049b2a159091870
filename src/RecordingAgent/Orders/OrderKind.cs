namespace RecordingAgent.Orders;

/// <summary>What the server wants done with a file.</summary>
public enum OrderKind
{
    /// <summary>Send it to the address in the order.</summary>
    Upload,

    /// <summary>Remove it from the disk.</summary>
    Delete,

    /// <summary>Look whether it is there, and change nothing.</summary>
    Verify,
}
