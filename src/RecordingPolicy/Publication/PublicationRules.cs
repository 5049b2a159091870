using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.LegalBases;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Publication;

/// <summary>The rules <c>publication.*</c>.</summary>
internal static class PublicationRules
{
    public static readonly Rule CanvasNormal = Rule.Of(
        "publication.canvas-normal",
        "lund",
        ["LU: Undervisning via Zoom"],
        [Effect.Ask, Effect.Advise],
        IsNormal
    );

    public static readonly Rule Decided = Rule.Of("publication.decided", "base", ["LU: Övriga möten"], [Effect.Ask], IsDecided);

    public static readonly Rule Agreed = Rule.Of(
        "publication.agreed",
        "lund",
        ["LU: Övriga möten"],
        [Effect.Condition],
        IsAgreed,
        before: GuardedStep.Publication
    );

    public static readonly Rule Internet = Rule.Of(
        "publication.internet",
        "base",
        ["HB §5 a"],
        [Effect.Refuse, Effect.Refer, Effect.Condition],
        MayBeOnInternet,
        before: GuardedStep.Publication
    );

    public static readonly Rule NotSensitiveInCourse = Rule.Of(
        "publication.not-sensitive-in-course",
        "boras",
        ["HB §14 b", "HB §24", "HB §27"],
        [Effect.Refuse],
        IsNotSensitiveInCourse
    );

    public static readonly Rule Approved = Rule.Of("publication.approved", "boras", ["HB §14", "HB §23"], [Effect.Refuse], IsApproved);

    /// <summary><c>publication.link-not-copy</c>: messages carry links, never a recording. Source: HB §20.</summary>
    public static readonly Rule LinkNotCopy = Rule.Behaviour("publication.link-not-copy", "base", "HB §20");

    public static ImmutableArray<Rule> All => [CanvasNormal, Decided, Agreed, Internet, NotSensitiveInCourse, Approved, LinkNotCopy];

    /// <summary>
    /// Whether a teaching recording is published elsewhere than in its Canvas course. Not publishing, or not yet having
    /// decided, is no departure.
    /// </summary>
    public static bool Departs(RecordingRequest request) =>
        request.Meeting.IsEducation
        && request.Publication switch
        {
            { Kind: PublicationKind.ApprovedSystem or PublicationKind.OpenInternet } => true,
            { Kind: PublicationKind.CanvasCourse } target => request.Meeting.Course is { } course && !target.IsCourse(course.Id),
            _ => false,
        };

    /// <summary>Whether everybody can see it there: the open internet, a system that counts as such, the public course of the meeting.</summary>
    public static bool IsPublic(RecordingRequest request, PolicyPack pack) =>
        request.Publication switch
        {
            { Kind: PublicationKind.OpenInternet } => true,
            { Kind: PublicationKind.CanvasCourse } target => request.Meeting.Course is { IsPublic: true } course
                && target.IsCourse(course.Id),
            { Kind: PublicationKind.ApprovedSystem } target => pack.Allowed(target) is { Internet: true },
            _ => false,
        };

    /// <summary>
    /// <c>publication.canvas-normal</c>: a teaching recording is normally published in its Canvas course. Source: LU
    /// <i>Undervisning</i>.
    /// </summary>
    private static Finding? IsNormal(RecordingRequest request, PolicyPack pack) =>
        !Departs(request) ? null
        : request.DeviationReason is null ? CanvasNormal.Ask("deviationReason")
        : CanvasNormal.Advise("publication");

    /// <summary>
    /// <c>publication.decided</c>: other meetings have no preferred channel, so it is decided for each. Source: LU
    /// <i>Övriga möten</i>.
    /// </summary>
    private static Finding? IsDecided(RecordingRequest request, PolicyPack pack) =>
        request is { Meeting.IsOtherThanEducation: true, Publication: null } ? Decided.Ask("publication") : null;

    /// <summary>
    /// <c>publication.agreed</c>: publication of other meetings is agreed between the participants. Source: LU <i>Övriga
    /// möten</i>.
    /// </summary>
    private static Finding? IsAgreed(RecordingRequest request, PolicyPack pack) =>
        request is { Meeting.IsOtherThanEducation: true, Publication: { Kind: not PublicationKind.None } }
            ? Agreed.Require("publication")
            : null;

    /// <summary>
    /// <c>publication.internet</c>: identifiable image or sound on the internet needs consent, exceptionally another basis with
    /// the data protection function's approval. Source: HB §5 a.
    /// </summary>
    private static Finding? MayBeOnInternet(RecordingRequest request, PolicyPack pack)
    {
        if (!IsPublic(request, pack))
            return null;
        if (request.Contains.IsPrivacySensitive)
            return Internet.Refuse("publication");
        return request.LegalBasis.Kind switch
        {
            null => null,
            LegalBasisKind.Consent => Internet.Require("publication"),
            // The approval answers the referral, but what it is an exception from is still checked before the step.
            _ => request.Approvals.Dpo is null ? Internet.Refer("publication") : Internet.Require("publication"),
        };
    }

    /// <summary>
    /// <c>publication.not-sensitive-in-course</c>: privacy-sensitive data are never put into the learning platform. Source: HB
    /// §27 with comment, §24 comment, §14 b (Ping Pong then, Canvas now).
    /// </summary>
    private static Finding? IsNotSensitiveInCourse(RecordingRequest request, PolicyPack pack) =>
        request is { Publication.Kind: PublicationKind.CanvasCourse, Contains.IsPrivacySensitive: true }
            ? NotSensitiveInCourse.Refuse("publication")
            : null;

    /// <summary>
    /// <c>publication.approved</c>: only approved systems, with a processor agreement, hold personal data, privacy-sensitive
    /// ones a shorter list. Source: HB §14 with comment, §23.
    /// </summary>
    private static Finding? IsApproved(RecordingRequest request, PolicyPack pack)
    {
        if (request.Publication is not { Kind: PublicationKind.ApprovedSystem } target || pack.PublicationSystems is null)
            return null;
        var allowed = pack.Allowed(target);
        return allowed is null || (request.Contains.IsPrivacySensitive && !allowed.PrivacySensitive)
            ? Approved.Refuse("publication")
            : null;
    }
}
