namespace CanvasConnector.Access;

/// <summary>What is known of one scope or right.</summary>
public enum AccessVerdict
{
    Granted,

    Missing,

    /// <summary>Canvas gives no way to tell without doing it.</summary>
    Unknown,
}
