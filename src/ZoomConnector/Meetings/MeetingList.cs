namespace ZoomConnector.Meetings;

/// <summary>Which of a user's meetings to list.</summary>
public enum MeetingList
{
    /// <summary>Those to come, and those being held now.</summary>
    Upcoming,

    /// <summary>All that are planned and not over for good.</summary>
    Scheduled,

    /// <summary>Those being held now.</summary>
    Live,

    /// <summary>Those that were held.</summary>
    PreviousMeetings,
}
