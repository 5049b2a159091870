namespace ZoomConnector.Webhooks;

/// <summary>What happened to a meeting.</summary>
public enum MeetingChange
{
    /// <summary>It was planned.</summary>
    Created,

    /// <summary>Its plan was changed; only the number and what is new are told.</summary>
    Updated,

    /// <summary>It was called off.</summary>
    Deleted,

    /// <summary>It is being held.</summary>
    Started,

    /// <summary>It is over.</summary>
    Ended,
}
