using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Meetings;

/// <summary>The rules <c>necessity.*</c>.</summary>
internal static class NecessityRules
{
    public static readonly Rule Shown = Rule.Of("necessity.shown", "base", ["HB §3"], [Effect.Refuse, Effect.Ask], IsShown);

    /// <summary>
    /// <c>necessity.teaching</c>: for education the question is put as LU puts it, and the answer is stored as the teacher's
    /// own assessment. Source: LU <i>Undervisning via Zoom</i>.
    /// </summary>
    public static readonly Rule Teaching = Rule.Behaviour("necessity.teaching", "lund", "LU: Undervisning via Zoom");

    public static ImmutableArray<Rule> All => [Shown, Teaching];

    /// <summary>
    /// <c>necessity.shown</c>: what can be reached with reasonable means without personal data is reached without, and the
    /// assessor can give the reasons. Source: HB §3.
    /// </summary>
    private static Finding? IsShown(RecordingRequest request, PolicyPack pack)
    {
        var necessity = request.Necessity;
        if (necessity.AchievableWithout is true)
            return Shown.Refuse("necessity.achievableWithout");
        return (necessity.AchievableWithout, necessity.Justification) switch
        {
            (null, null) => Shown.Ask("necessity.achievableWithout", "necessity.justification"),
            (null, _) => Shown.Ask("necessity.achievableWithout"),
            (_, null) => Shown.Ask("necessity.justification"),
            _ => null,
        };
    }
}
