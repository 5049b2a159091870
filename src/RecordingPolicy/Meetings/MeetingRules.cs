using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Packs;
using RecordingPolicy.Recordings;

namespace RecordingPolicy.Meetings;

/// <summary>The rules <c>meeting.*</c>, <c>audience.*</c> and <c>case.*</c>.</summary>
internal static class MeetingRules
{
    public static readonly Rule KindStated = Rule.Of(
        "meeting.kind-stated",
        "base",
        ["LU: Undervisning via Zoom", "LU: Övriga möten"],
        [Effect.Ask],
        IsKindStated
    );

    public static readonly Rule CourseStated = Rule.Of(
        "meeting.course-stated",
        "base",
        ["LU: Undervisning via Zoom"],
        [Effect.Ask],
        IsCourseStated
    );

    public static readonly Rule AudienceStated = Rule.Of("audience.stated", "base", ["HB §4"], [Effect.Ask], IsAudienceStated);

    public static readonly Rule CaseStated = Rule.Of("case.stated", "boras", ["HB Ärende"], [Effect.Ask], IsCaseStated);

    public static ImmutableArray<Rule> All => [KindStated, CourseStated, AudienceStated, CaseStated];

    /// <summary>
    /// Does the recorder have power over somebody there (rules.md, <c>audience.dependent</c>)? Only an employee does: over
    /// students always, over colleagues where so answered, and over whoever a case is about.
    /// </summary>
    public static bool IsDependent(RecordingRequest request) =>
        request.Recorder is RecorderRole.Employee
        && (
            request.Audience.Groups.HasFlag(AudienceGroups.Students)
            || (request.Audience.Groups.HasFlag(AudienceGroups.Employees) && request.Audience.Dependent is true)
            || request.Meeting.Kind is MeetingKind.AuthorityExercise
        );

    /// <summary>
    /// <c>meeting.kind-stated</c>: which rules hold depends on what the meeting is. Source: LU <i>Undervisning</i>,
    /// <i>Övriga möten</i>.
    /// </summary>
    private static Finding? IsKindStated(RecordingRequest request, PolicyPack pack) =>
        request.Meeting.Kind is null ? KindStated.Ask("meeting.kind") : null;

    /// <summary><c>meeting.course-stated</c>: a teaching recording belongs to a course. Source: LU <i>Undervisning</i>.</summary>
    private static Finding? IsCourseStated(RecordingRequest request, PolicyPack pack) =>
        request.Meeting is { IsEducation: true, Course: null } ? CourseStated.Ask("meeting.course") : null;

    /// <summary><c>audience.stated</c>: basis and consent depend on who is recorded. Source: HB §4.</summary>
    private static Finding? IsAudienceStated(RecordingRequest request, PolicyPack pack) =>
        request.Audience.Groups is AudienceGroups.None ? AudienceStated.Ask("audience.groups")
        : request.Audience.Dependent is null && DependentDecides(request) ? AudienceStated.Ask("audience.dependent")
        : null;

    /// <summary>
    /// <c>case.stated</c>: decisions on individuals, examination among them, are cases, and what matters for them belongs to
    /// the case. Source: HB <i>Ärende</i>.
    /// </summary>
    private static Finding? IsCaseStated(RecordingRequest request, PolicyPack pack) =>
        request is { Meeting.DecidesOnIndividuals: true, CaseRecord: null } ? CaseStated.Ask("caseRecord") : null;

    private static bool DependentDecides(RecordingRequest request) =>
        request.LegalBasis.Kind is LegalBasisKind.Consent
        && request.Recorder is RecorderRole.Employee
        && request.Meeting.Kind is not MeetingKind.AuthorityExercise
        && request.Audience.Groups.HasFlag(AudienceGroups.Employees)
        && !request.Audience.Groups.HasFlag(AudienceGroups.Students);
}
