using System.Collections.Frozen;
using System.Collections.Immutable;
using RecordingPolicy.Deletion;
using RecordingPolicy.Expiry;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Meetings;
using RecordingPolicy.Notices;
using RecordingPolicy.Publication;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Packs;

/// <summary>Every rule that the code has, in the order of a recording's way. A pack switches them on by id.</summary>
public static class RuleCatalogue
{
    /// <summary>All rules, behaviours among them; each id stands once.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. PurposeRules.All,
        .. MeetingRules.All,
        .. NecessityRules.All,
        .. ContentRules.All,
        .. ResearchRules.All,
        .. BasisRules.All,
        .. ConsentRules.All,
        .. NoticeRules.All,
        .. RecordingRules.All,
        .. PublicationRules.All,
        .. AvailabilityRules.All,
        .. RetentionRules.All,
        .. HouseRules.All,
    ];

    private static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with this id; null where the code has none.</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);
}
