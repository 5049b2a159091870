namespace CanvasSimulator.World;

/// <summary>The accounts and courses that a new Canvas begins with; dates follow from its clock.</summary>
internal static class Seed
{
    private const long Science = 2;
    private const long OpenTerm = 1;
    private const long ThisTerm = 2;

    private static readonly string[] Roles = ["campus-admin", "teacher", "student", "teacher-2", "course-admin", "dpo"];

    private static readonly Dictionary<string, long> Tokens = new(StringComparer.Ordinal)
    {
        ["campus-admin"] = 1,
        ["campus-teacher"] = 2,
        ["campus-student"] = 3,
        ["campus-teacher-2"] = 4,
        ["campus-course-admin"] = 5,
    };

    public static Truth At(DateTimeOffset now)
    {
        now = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var truth = new Truth
        {
            Accounts =
            [
                new() { Id = 1, Name = "Campus" },
                new()
                {
                    Id = Science,
                    ParentId = 1,
                    Name = "Faculty of Science",
                },
            ],
            Users = [.. Roles.Select(User)],
            Tokens = [.. Tokens.Select(token => new Token { Value = token.Key, UserId = token.Value })],
            Terms = [Open(now), Current(now)],
        };
        Add(truth, now, 101, "FYSA12", "Introduction to University Physics", now.AddDays(90), OpenTerm, 2, 4);
        Add(truth, now, 102, "FMSF80", "Mathematical Statistics", null, ThisTerm, 2);
        Add(truth, now, 103, "DATN02", "Data Laboratory", null, OpenTerm, 2);
        Add(truth, now, 109876543210000001, "EXTA65", "Electromagnetism", now.AddDays(120), OpenTerm, 4);
        return truth;
    }

    private static User User(string role, int index) =>
        new()
        {
            Id = index + 1,
            Name = role,
            IsAccountAdmin = role is "campus-admin" or "course-admin",
            MayBecomeUsers = role == "campus-admin",
        };

    private static Term Open(DateTimeOffset now) =>
        new()
        {
            Id = OpenTerm,
            Name = "Default Term",
            CreatedAt = now,
        };

    private static Term Current(DateTimeOffset now) =>
        new()
        {
            Id = ThisTerm,
            Name = "This term",
            CreatedAt = now,
            StartAt = now.AddDays(-30),
            EndAt = now.AddDays(60),
            Overrides = { ["StudentEnrollment"] = new Dates { EndAt = now.AddDays(53) } },
        };

    private static void Add(
        Truth truth,
        DateTimeOffset now,
        long id,
        string code,
        string title,
        DateTimeOffset? endAt,
        long term,
        params long[] teachers
    )
    {
        var course = new Course
        {
            Id = id,
            AccountId = Science,
            TermId = term,
            Name = $"{code} {title}",
            Code = code,
            Uuid = Secrets.New(),
            State = "available",
            CreatedAt = now,
            StartAt = endAt is null ? null : now.AddDays(-30),
            EndAt = endAt,
            Restrict = endAt is not null,
            QuotaMegabytes = 10_000,
        };
        truth.AddCourse(course);
        truth.RootFolder(course);
        var section = truth.AddSection(course, course.Name);
        foreach (var teacher in teachers)
            truth.Enroll(section, teacher, "TeacherEnrollment");
        truth.Enroll(section, 3, "StudentEnrollment");
    }
}
