using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Recordings;

/// <summary>The rules <c>recorder.*</c> and <c>storage.*</c>.</summary>
internal static class RecordingRules
{
    public static readonly Rule RecorderStated = Rule.Of(
        "recorder.stated",
        "base",
        ["HB §1", "HB §24", "HB §29"],
        [Effect.Ask],
        IsRecorderStated
    );

    public static readonly Rule RecorderStudent = Rule.Of(
        "recorder.student",
        "boras",
        ["HB §24–25"],
        [Effect.Refuse],
        MayStudentRecord,
        behaves: true
    );

    public static readonly Rule StorageStated = Rule.Of(
        "storage.stated",
        "base",
        ["LU: Undervisning via Zoom", "HB §14"],
        [Effect.Ask],
        IsStorageStated
    );

    public static readonly Rule RecorderOnly = Rule.Of(
        "storage.recorder-only",
        "lund",
        ["LU: Undervisning via Zoom", "LU: Övriga möten"],
        [Effect.Refuse],
        IsOnRecorderComputer
    );

    public static readonly Rule Approved = Rule.Of("storage.approved", "boras", ["HB §14 a–b"], [Effect.Refuse], IsApproved, behaves: true);

    public static readonly Rule ThirdCountry = Rule.Of("storage.third-country", "boras", ["HB §14 d"], [Effect.Ask, Effect.Refer], IsInEea);

    /// <summary><c>storage.one-place</c>: the same information is not kept in several places. Source: HB §14 c.</summary>
    public static readonly Rule OnePlace = Rule.Behaviour("storage.one-place", "boras", "HB §14 c");

    /// <summary>
    /// <c>storage.access-granted</c>: a named colleague's access has an end or a review date, and ends with their employment. Source: HB §15 b.
    /// </summary>
    public static readonly Rule AccessGranted = Rule.Behaviour("storage.access-granted", "boras", "HB §15 b");

    /// <summary>
    /// <c>storage.access-limited</c>: only the recorder and named colleagues open the record of a privacy-sensitive recording. Source: HB §15 a.
    /// </summary>
    public static readonly Rule AccessLimited = Rule.Behaviour("storage.access-limited", "boras", "HB §15 a");

    public static ImmutableArray<Rule> All =>
        [RecorderStated, RecorderStudent, StorageStated, RecorderOnly, Approved, OnePlace, ThirdCountry, AccessGranted, AccessLimited];

    /// <summary>Whether the country of a storage has to be known: a cloud's, and an approved system's that the pack leaves open.</summary>
    public static bool NeedsCountry(Storage storage, PolicyPack pack) =>
        storage.Place switch
        {
            StoragePlace.ZoomCloud or StoragePlace.OtherCloud => true,
            StoragePlace.ApprovedSystem => pack.Allowed(storage)?.Country is null,
            _ => false,
        };

    /// <summary><c>recorder.stated</c>: who records decides which rules hold. Source: HB §1, §24, §29.</summary>
    private static Finding? IsRecorderStated(RecordingRequest request, PolicyPack pack) =>
        request.Recorder is null ? RecorderStated.Ask("recorder.role") : null;

    /// <summary>
    /// <c>recorder.student</c>: students' processing in education always needs consent, and never covers privacy-sensitive
    /// data. Source: HB §24–25.
    /// </summary>
    private static Finding? MayStudentRecord(RecordingRequest request, PolicyPack pack) =>
        request.Recorder is not RecorderRole.Student
            ? null
            : (request.LegalBasis.IsOtherThanConsent, request.Contains.IsPrivacySensitive) switch
            {
                (true, true) => RecorderStudent.Refuse("legalBasis.kind", "contains"),
                (true, false) => RecorderStudent.Refuse("legalBasis.kind"),
                (false, true) => RecorderStudent.Refuse("contains"),
                _ => null,
            };

    /// <summary>
    /// <c>storage.stated</c>: where a recording is kept is part of the information. Source: LU <i>Undervisning</i>; HB §14.
    /// </summary>
    private static Finding? IsStorageStated(RecordingRequest request, PolicyPack pack) =>
        request.Storage is null ? StorageStated.Ask("storage") : null;

    /// <summary>
    /// <c>storage.recorder-only</c>: the recording is kept only on the computer of the one who records. Source: LU
    /// <i>Undervisning</i>, <i>Övriga möten</i>.
    /// </summary>
    private static Finding? IsOnRecorderComputer(RecordingRequest request, PolicyPack pack) =>
        request.Storage is null or { Place: StoragePlace.RecorderComputer } ? null : RecorderOnly.Refuse("storage.place");

    /// <summary>
    /// <c>storage.approved</c>: recordings lie where the institution has approved it, privacy-sensitive ones on a shorter list.
    /// Source: HB §14 a–b.
    /// </summary>
    private static Finding? IsApproved(RecordingRequest request, PolicyPack pack)
    {
        if (request.Storage is not { } storage || pack.Storage is null)
            return null;
        var allowed = pack.Allowed(storage);
        return allowed is null || (request.Contains.IsPrivacySensitive && !allowed.PrivacySensitive)
            ? Approved.Refuse("storage.place")
            : null;
    }

    /// <summary>
    /// <c>storage.third-country</c>: no transfer outside the EU/EEA without the data protection function's approval. Source:
    /// HB §14 d.
    /// </summary>
    private static Finding? IsInEea(RecordingRequest request, PolicyPack pack)
    {
        if (request.Storage is not { } storage)
            return null;
        var country = NeedsCountry(storage, pack) ? storage.Country : pack.Allowed(storage)?.Country;
        return (country, NeedsCountry(storage, pack)) switch
        {
            (null, true) => ThirdCountry.Ask("storage.country"),
            (null, false) => null,
            _ => Countries.IsInEea(country) ? null : ThirdCountry.Refer("storage.country"),
        };
    }
}
