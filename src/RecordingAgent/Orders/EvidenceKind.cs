namespace RecordingAgent.Orders;

/// <summary>What the agent saw with its own eyes.</summary>
public enum EvidenceKind
{
    /// <summary>The agent took the name off the disk, looked again and found nothing.</summary>
    UnlinkedOnDisk,

    /// <summary>The root was there with its mark, and the file was not.</summary>
    ConfirmedAbsent,

    /// <summary>The file is there, with the ordered size and hash.</summary>
    Present,

    /// <summary>Something is there under that name, and it is not the ordered file.</summary>
    Different,
}
