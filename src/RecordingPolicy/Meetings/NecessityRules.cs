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

    public static readonly Rule AnonymousFirst = Rule.Of(
        "necessity.anonymous-first",
        "boras",
        ["HB §30"],
        [Effect.Refuse, Effect.Ask],
        IsAnonymousFirst
    );

    public static ImmutableArray<Rule> All => [Shown, Teaching, AnonymousFirst];

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

    /// <summary><c>necessity.anonymous-first</c>: research that can be done with anonymous data uses such data. Source: HB §30.</summary>
    private static Finding? IsAnonymousFirst(RecordingRequest request, PolicyPack pack) =>
        request.Meeting.Kind is not MeetingKind.Research
            ? null
            : request.Necessity.AchievableAnonymously switch
            {
                true => AnonymousFirst.Refuse("necessity.achievableAnonymously"),
                null => AnonymousFirst.Ask("necessity.achievableAnonymously"),
                false => null,
            };
}
