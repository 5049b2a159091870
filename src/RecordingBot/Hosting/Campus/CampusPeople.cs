namespace RecordingBot.Hosting.Campus;

/// <summary>The sample accounts; each is named for its role, and nobody behind them is real.</summary>
public static class CampusPeople
{
    /// <summary>The accounts, in the order in which they are offered for sign-in.</summary>
    public static readonly IReadOnlyList<CampusPerson> All =
    [
        new("teacher", "Teacher", "Lärare", "teacher", ZoomUserId: "zoom-teacher", CanvasUserId: "2"),
        new("student", "Student", "Student", "participant", ZoomUserId: "zoom-student", CanvasUserId: "3"),
        new("course-admin", "Course admin", "Kursadministratör", "course-admin", ZoomUserId: null, CanvasUserId: "5"),
        new("dpo", "Data protection officer", "Dataskyddsombud", "dpo", ZoomUserId: null, CanvasUserId: "6"),
        new("teacher-2", "Second teacher", "Lärare 2", "teacher", ZoomUserId: "zoom-teacher-2", CanvasUserId: "4"),
    ];

    /// <summary>The same as settings of section <c>People</c>.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Settings =>
        All.SelectMany(
            (person, index) =>
                new[]
                {
                    KeyValuePair.Create($"People:{index}:Account", (string?)person.Account),
                    KeyValuePair.Create($"People:{index}:DisplayName", (string?)person.DisplayName),
                    KeyValuePair.Create($"People:{index}:Roles:0", (string?)person.Role),
                    KeyValuePair.Create($"People:{index}:ZoomUserId", person.ZoomUserId),
                    KeyValuePair.Create($"People:{index}:CanvasUserId", person.CanvasUserId),
                }
        );
}
