using RecordingBot.Expiry;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Notices;

namespace Benchmarks.Seeds;

/// <summary>What stands around a recording of a lecture that was approved, told of and held.</summary>
internal static class Lecture
{
    private static readonly TimeSpan Warned = TimeSpan.FromDays(14);

    public static CourseRow Course(string id, DateTimeOffset closes, DateTimeOffset checkedAt) =>
        new()
        {
            Id = id,
            Name = "A course",
            IsPublic = false,
            IsModel = false,
            Closes = "at",
            ClosesAt = closes,
            Reason = "course-dates",
            Inputs = "{}",
            CheckedAt = checkedAt,
            Moves = 1,
        };

    public static MeetingRow Meeting(Guid id, string course, DateTimeOffset ended) =>
        new()
        {
            Id = id,
            Platform = "zoom",
            ZoomUuid = "first-of " + course,
            Topic = "Lecture",
            StartsAt = ended.AddHours(-1),
            EndsAt = ended,
            StartedAt = ended.AddHours(-1),
            EndedAt = ended,
            CourseId = course,
            DecisionId = id,
            Right = RecordingRight.Taken,
        };

    public static DecisionRow Decision(Guid id) =>
        new()
        {
            Id = id,
            MeetingId = id,
            Request = """{"publication":{"kind":"canvas-course"}}""",
            Answer = """{"outcome":"approved","findings":[],"retention":{"plan":"course-lifetime","end":"delete"}}""",
            Outcome = "approved",
            Pack = "lund",
            Edition = new string('a', 64),
            Channel = "http",
        };

    public static NoticeRow Notice(Guid id, DateTimeOffset closes) =>
        new()
        {
            Id = id,
            MeetingId = id,
            DecisionId = id,
            Version = 1,
            TokenHash = "first-of " + id,
            Content = "{}",
            Text = "This lecture is recorded.",
            Message = "This lecture is recorded.",
            Sha256 = new string('b', 64),
            EndsAt = closes,
            PublishedAt = closes.AddDays(-90),
            PostedAt = closes.AddDays(-90),
        };

    /// <summary>Everybody concerned was reached in time.</summary>
    public static WarningRow Warning(Guid id, DateTimeOffset closes) =>
        new()
        {
            Id = id,
            EndsAt = closes,
            BeforeSeconds = (long)Warned.TotalSeconds,
            At = closes - Warned,
            AcceptedAt = closes - Warned,
            Channel = "chat",
        };
}
