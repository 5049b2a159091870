using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Deletion;

/// <summary>The rules <c>retention.*</c>.</summary>
internal static class RetentionRules
{
    public static readonly Rule DeleteOrArchive = Rule.Of(
        "retention.delete-or-archive",
        "base",
        ["HB §17 a–c"],
        [Effect.Condition],
        IsHandedOver,
        before: GuardedStep.Deletion
    );

    /// <summary>
    /// <c>retention.irreversible</c>: a deletion is done when every known copy is verifiably gone. Source: HB <i>Radering</i>.
    /// </summary>
    public static readonly Rule Irreversible = Rule.Behaviour("retention.irreversible", "base", "HB Radering");

    /// <summary>
    /// <c>retention.own-records</c>: the product's own personal data have an end date of their own. Source: HB §22.
    /// </summary>
    public static readonly Rule OwnRecords = Rule.Behaviour("retention.own-records", "base", "HB §22");

    /// <summary>
    /// <c>retention.case-registered</c>: case material is handed over when it becomes part of the case, not first at its end. Source: HB §17
    /// example 1, §22 b.
    /// </summary>
    public static readonly Rule CaseRegistered = Rule.Behaviour("retention.case-registered", "boras", "HB §17 example 1", "HB §22 b");

    /// <summary>
    /// <c>retention.sensitive-routine</c>: a documented routine says when privacy-sensitive data are archived or deleted. Source: HB §17 d.
    /// </summary>
    public static readonly Rule SensitiveRoutine = Rule.Behaviour("retention.sensitive-routine", "boras", "HB §17 d");

    public static ImmutableArray<Rule> All => [DeleteOrArchive, CaseRegistered, SensitiveRoutine, Irreversible, OwnRecords];

    /// <summary>
    /// <c>retention.delete-or-archive</c>: what is no longer necessary is deleted, or archived where the information plan
    /// forbids deletion. Source: HB §17 a–c.
    /// </summary>
    private static Finding? IsHandedOver(RecordingRequest request, PolicyPack pack) =>
        request.CaseRecord is true ? DeleteOrArchive.Require("caseRecord") : null;
}
