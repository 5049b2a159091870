using System.Collections.Immutable;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Meetings;

/// <summary>The rules <c>content.*</c>.</summary>
internal static class ContentRules
{
    public static readonly Rule Declared = Rule.Of(
        "content.declared",
        "base",
        ["LU: Diskutera inte känsliga…", "HB §5", "HB §14"],
        [Effect.Ask],
        IsDeclared
    );

    public static readonly Rule NotSensitive = Rule.Of(
        "content.not-sensitive",
        "lund",
        ["LU: Diskutera inte känsliga…"],
        [Effect.Refuse],
        IsNotSensitive
    );

    public static readonly Rule SensitiveConsent = Rule.Of(
        "content.sensitive-consent",
        "base",
        ["HB §5 c"],
        [Effect.Refer],
        HasSensitiveConsent
    );

    public static readonly Rule IdentityNumbers = Rule.Of(
        "content.identity-numbers",
        "base",
        ["Dataskyddslagen 3 kap. 10 §", "HB §5 b"],
        [Effect.Refer],
        MayHaveIdentityNumbers
    );

    public static ImmutableArray<Rule> All => [Declared, NotSensitive, SensitiveConsent, IdentityNumbers];

    /// <summary>
    /// <c>content.declared</c>: channel, basis and storage depend on what is said in the meeting. Source: LU <i>Diskutera inte
    /// känsliga…</i>; HB §5, §14.
    /// </summary>
    private static Finding? IsDeclared(RecordingRequest request, PolicyPack pack)
    {
        var contains = request.Contains;
        if (contains is { Sensitive: not null, Confidential: not null, Private: not null, PersonalIdentityNumbers: not null })
            return null;
        string[] unanswered =
        [
            .. new (string Path, bool? Answer)[]
            {
                ("contains.sensitive", contains.Sensitive),
                ("contains.confidential", contains.Confidential),
                ("contains.private", contains.Private),
                ("contains.personalIdentityNumbers", contains.PersonalIdentityNumbers),
            }
                .Where(field => field.Answer is null)
                .Select(field => field.Path),
        ];
        return Declared.Ask(unanswered);
    }

    /// <summary>
    /// <c>content.not-sensitive</c>: Zoom is no channel for sensitive or confidential matters, recorded or not. Source: LU
    /// <i>Diskutera inte känsliga…</i>.
    /// </summary>
    private static Finding? IsNotSensitive(RecordingRequest request, PolicyPack pack) =>
        request.Meeting.Platform is not MeetingPlatform.Zoom
            ? null
            : (request.Contains.Sensitive is true, request.Contains.Confidential is true) switch
            {
                (true, true) => NotSensitive.Refuse("contains.sensitive", "contains.confidential"),
                (true, _) => NotSensitive.Refuse("contains.sensitive"),
                (_, true) => NotSensitive.Refuse("contains.confidential"),
                _ => null,
            };

    /// <summary>
    /// <c>content.sensitive-consent</c>: sensitive data need consent, with narrow exceptions; silent where the channel has
    /// been refused for them already. Source: HB §5 c.
    /// </summary>
    private static Finding? HasSensitiveConsent(RecordingRequest request, PolicyPack pack) =>
        request is { Contains.Sensitive: true, LegalBasis.IsOtherThanConsent: true }
        && !(pack.Has(NotSensitive.Id) && IsNotSensitive(request, pack) is not null)
            ? SensitiveConsent.Refer("contains.sensitive")
            : null;

    /// <summary>
    /// <c>content.identity-numbers</c>: personnummer need consent or a clear reason. Source: dataskyddslagen 3 kap. 10 §;
    /// HB §5 b.
    /// </summary>
    private static Finding? MayHaveIdentityNumbers(RecordingRequest request, PolicyPack pack) =>
        request is { Contains.PersonalIdentityNumbers: true, LegalBasis.IsOtherThanConsent: true }
            ? IdentityNumbers.Refer("contains.personalIdentityNumbers")
            : null;
}
