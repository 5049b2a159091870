using System.Text.Json.Serialization;

namespace CanvasConnector.Courses;

/// <summary>Which row of the decision table spoke (facts: Canvas 3.5; the numbers are its rows).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosingReason>))]
public enum ClosingReason
{
    /// <summary>Canvas gave an answer without a field that decides.</summary>
    [JsonStringEnumMemberName("field-missing")]
    FieldMissing,

    /// <summary>1: deleted, confirmed by an account administrator's reading.</summary>
    [JsonStringEnumMemberName("deleted")]
    Deleted,

    /// <summary>1: not found, and the deletion could not be confirmed.</summary>
    [JsonStringEnumMemberName("not-found")]
    NotFound,

    /// <summary>2: concluded by hand, its end is past.</summary>
    [JsonStringEnumMemberName("completed")]
    Completed,

    /// <summary>3: concluded by hand before its end, or without one.</summary>
    [JsonStringEnumMemberName("completed-early")]
    CompletedEarly,

    /// <summary>4: this caller is barred by date and sees nothing.</summary>
    [JsonStringEnumMemberName("access-restricted")]
    AccessRestricted,

    /// <summary>6: the course's own dates count.</summary>
    [JsonStringEnumMemberName("course-end")]
    CourseEnd,

    /// <summary>7: the course's own dates count, and it has no end; the term's end changes nothing for students.</summary>
    [JsonStringEnumMemberName("course-without-end")]
    CourseWithoutEnd,

    /// <summary>8: the term's end for students, by its own override for their role.</summary>
    [JsonStringEnumMemberName("term-end-students")]
    TermEndStudents,

    /// <summary>8: the term's end.</summary>
    [JsonStringEnumMemberName("term-end")]
    TermEnd,

    /// <summary>9: neither course nor term ends.</summary>
    [JsonStringEnumMemberName("no-end")]
    NoEnd,

    /// <summary>10: a section's own dates count for its students, and it closes last.</summary>
    [JsonStringEnumMemberName("section-end")]
    SectionEnd,

    /// <summary>10: a section's own dates count for its students, and it has no end.</summary>
    [JsonStringEnumMemberName("section-without-end")]
    SectionWithoutEnd,

    /// <summary>A student's own dates keep the course open longest (only where the setting honours them).</summary>
    [JsonStringEnumMemberName("individual-end")]
    IndividualEnd,

    /// <summary>11: a state that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown-state")]
    UnknownState,
}
