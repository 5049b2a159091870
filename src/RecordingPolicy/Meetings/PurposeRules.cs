using System.Collections.Immutable;
using System.Globalization;
using RecordingPolicy.Decisions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Meetings;

/// <summary>The rules <c>purpose.*</c>.</summary>
internal static class PurposeRules
{
    public static readonly Rule Stated = Rule.Of(
        "purpose.stated",
        "base",
        ["LU: Ett LU Zoom-möte", "HB princip 2", "GDPR 5(1)(b)"],
        [Effect.Ask],
        IsStated
    );

    public static readonly Rule MinimisedText = Rule.Of("purpose.minimised-text", "base", ["HB §3"], [Effect.Ask], IsMinimised);

    public static ImmutableArray<Rule> All => [Stated, MinimisedText];

    /// <summary>
    /// <c>purpose.stated</c>: a meeting is never recorded because the technology allows it. Source: LU <i>Ett LU Zoom-möte</i>;
    /// HB principle 2; GDPR 5(1)(b).
    /// </summary>
    private static Finding? IsStated(RecordingRequest request, PolicyPack pack) =>
        LengthOf(request.Purpose.Text ?? "") < Math.Max(1, pack.PurposeMinLength)
            ? Stated.AskWith(Number(pack.PurposeMinLength), "purpose.text")
            : null;

    /// <summary>Counted in characters as people see them, so that å counts once however it was typed.</summary>
    private static int LengthOf(string text) =>
        // Below the first combining mark, and without line breaks, every character is one that people see.
        text.AsSpan().ContainsAnyExceptInRange(' ', '\u02ff')
            ? new StringInfo(text).LengthInTextElements
            : text.Length;

    /// <summary><c>purpose.minimised-text</c>: free text draws unnecessary personal data. Source: HB §3, nödvändighetskravet, fritext.</summary>
    private static Finding? IsMinimised(RecordingRequest request, PolicyPack pack)
    {
        List<string>? personal = null;
        foreach (var (path, text) in request.FreeTexts)
        {
            if (PersonalData.IsIn(text))
                (personal ??= []).Add(path);
        }
        return personal is null ? null : MinimisedText.Ask([.. personal]);
    }

    private static LocalizedText Number(int number) => LocalizedText.Same(number.ToString(CultureInfo.InvariantCulture));
}
