namespace ZoomConnector.Meetings;

/// <summary>Whether a meeting is being held. Lists don't tell.</summary>
public enum MeetingStatus
{
    /// <summary>Not told, or a word that is new to us.</summary>
    Unknown,

    /// <summary>Not being held now.</summary>
    Waiting,

    /// <summary>Being held now.</summary>
    Started,
}
