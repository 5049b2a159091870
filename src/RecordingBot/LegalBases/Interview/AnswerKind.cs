namespace RecordingBot.LegalBases.Interview;

/// <summary>How a question is answered.</summary>
public enum AnswerKind
{
    /// <summary>One of the host's meetings, read from Zoom.</summary>
    Meeting,

    /// <summary>One of the teacher's courses, read from Canvas, or none.</summary>
    Course,

    /// <summary>One of a few fixed values.</summary>
    Choice,
    YesOrNo,

    /// <summary>One or more groups of people.</summary>
    Groups,

    /// <summary>The person's own words.</summary>
    Text,

    /// <summary>A purpose in the institution's register of processing, or one that isn't there.</summary>
    Category,

    /// <summary>A place where recordings are kept.</summary>
    Storage,

    /// <summary>A place where recordings are published, or a decision for later.</summary>
    Publication,

    /// <summary>The course's lifetime, a day, or a time after the meeting.</summary>
    Availability,
}
