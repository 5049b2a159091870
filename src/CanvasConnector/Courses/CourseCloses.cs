using System.Text.Json.Serialization;

namespace CanvasConnector.Courses;

/// <summary>Whether and how a course closes for its students.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CourseCloses>))]
public enum CourseCloses
{
    /// <summary>It is not known. Never a reason to delete.</summary>
    [JsonStringEnumMemberName("undecidable")]
    Undecidable,

    /// <summary>A date decides, past or future.</summary>
    [JsonStringEnumMemberName("at")]
    At,

    /// <summary>Its state decides: completed, or a confirmed deletion.</summary>
    [JsonStringEnumMemberName("already")]
    Already,

    /// <summary>No date is set that would close it.</summary>
    [JsonStringEnumMemberName("never")]
    Never,
}
