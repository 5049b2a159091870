namespace RecordingPolicy.Expiry;

/// <summary>Why a recording ends when it does, or has no end; the wire names are kebab-case.</summary>
public enum EndReason
{
    /// <summary>The course closes by a date.</summary>
    CourseCloses,

    /// <summary>The course was closed by hand, or deleted.</summary>
    CourseClosed,

    /// <summary>It is shown in several courses, and another than its own closes last.</summary>
    FurtherCourseCloses,

    /// <summary>The plan names a day.</summary>
    PlanUntil,

    /// <summary>The plan names a time after the meeting.</summary>
    PlanFor,

    /// <summary>A person set a later end.</summary>
    Extended,

    /// <summary>Its owner asked for it to go.</summary>
    OwnerAsked,

    /// <summary>No decision allows it where it is, and whoever answers for it was told.</summary>
    NotApproved,

    /// <summary>Canvas knows no end: a person is asked.</summary>
    CourseNeverCloses,

    /// <summary>Canvas gave no usable answer: it is kept.</summary>
    CourseUndecidable,

    /// <summary>The pack's floor or ceiling contradicts the end: a person decides.</summary>
    Contradicted,

    /// <summary>Nothing has been decided for it.</summary>
    Undecided,
}
