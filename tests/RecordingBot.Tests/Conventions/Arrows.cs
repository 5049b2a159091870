namespace RecordingBot.Tests.Conventions;

/// <summary>Which project may lean on which (style.md 2). A project that stands in no row offends until it is given its place.</summary>
internal static class Arrows
{
    private static readonly string[] Libraries = ["RecordingPolicy", "CanvasConnector", "ZoomConnector", "BotConnector", "RecordingAgent"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["RecordingPolicy"] = [],
        ["CanvasConnector"] = [],
        ["ZoomConnector"] = [],
        ["BotConnector"] = [],
        ["RecordingAgent"] = [],
        ["CanvasSimulator"] = [],
        ["ZoomSimulator"] = [],
        ["RecordingBot"] = Libraries,
        ["Migrations.Sqlite"] = ["RecordingBot"],
        ["Migrations.Postgres"] = ["RecordingBot"],
        ["Campus"] = ["RecordingBot", "Migrations.Sqlite", "Migrations.Postgres", "CanvasSimulator", "ZoomSimulator"],
    };

    /// <summary>Every arrow that points where none may, in words.</summary>
    public static IReadOnlyList<string> Offences(IEnumerable<ProjectFile> projects) =>
        [
            .. projects.SelectMany(project =>
                Allowed.TryGetValue(project.Name, out var allowed)
                    ? Wrong(project, allowed)
                    : [$"{project.Name} has no place among the arrows"]
            ),
        ];

    /// <summary>The policy leans on nothing but the base library.</summary>
    public static IReadOnlyList<string> PackagesOfThePolicy(IEnumerable<ProjectFile> projects) =>
        [
            .. projects
                .Where(project => project.Name == "RecordingPolicy")
                .SelectMany(project => project.Packages)
                .Select(package => package.Id),
        ];

    private static IEnumerable<string> Wrong(ProjectFile project, string[] allowed) =>
        project.References.Except(allowed, StringComparer.Ordinal).Select(reference => $"{project.Name} -> {reference}");
}
