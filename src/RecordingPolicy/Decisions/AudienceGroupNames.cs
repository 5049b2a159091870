using System.Collections.Immutable;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Decisions;

/// <summary>The names of the single groups: a set of them is what <see cref="AudienceGroups"/> holds.</summary>
internal static class AudienceGroupNames
{
    private static readonly ImmutableArray<(string Name, AudienceGroups Group)> Groups =
    [
        ("students", AudienceGroups.Students),
        ("employees", AudienceGroups.Employees),
        ("external", AudienceGroups.External),
    ];

    public static IEnumerable<string> All => Groups.Select(group => group.Name);

    public static AudienceGroups? Find(string name) =>
        Groups.FirstOrDefault(group => string.Equals(group.Name, name, StringComparison.Ordinal)) is (not null, var found) ? found : null;

    public static IEnumerable<string> Of(AudienceGroups groups) =>
        Groups.Where(group => groups.HasFlag(group.Group)).Select(group => group.Name);
}
