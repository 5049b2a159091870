namespace RecordingAgent.Orders;

/// <summary>The words for <see cref="Receipt.Reason"/>.</summary>
public static class ReceiptReasons
{
    public const string BadSignature = "bad-signature";
    public const string OtherDevice = "other-device";
    public const string Expired = "expired";
    public const string UnknownRoot = "unknown-root";
    public const string OutsideRoot = "outside-root";
    public const string NotRegistered = "not-registered";
    public const string BadTarget = "bad-target";
    public const string NotAFile = "not-a-file";
    public const string HardLinked = "hard-linked";
    public const string Changed = "changed";
    public const string Absent = "absent";
    public const string Unreadable = "unreadable";
    public const string StillThere = "still-there";
    public const string NotAnswered = "not-answered";
    public const string Rejected = "rejected";
}
