namespace RecordingPolicy.Expiry;

/// <summary>What is to be done about the announcement in the course that a lecture is going to be recorded.</summary>
public enum AnnouncementDue
{
    /// <summary>Nothing: none is wanted, or it stands as it should.</summary>
    Nothing,

    /// <summary>It is wanted and not there.</summary>
    Post,

    /// <summary>It is there and should not be: nobody wants it any more, the approval is gone, or the recording is.</summary>
    Take,
}
