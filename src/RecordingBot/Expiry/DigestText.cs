using Microsoft.Extensions.Options;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Expiry;

/// <summary>What a person is told of the recordings that end: a line for each, and what they can do.</summary>
public sealed class DigestText(ChatWording wording, ActivePack active, IOptions<SiteOptions> site, TimeProvider clock)
{
    /// <summary>The ways that lead on from the message.</summary>
    public static readonly SuggestedAction[] Ways = [new("KeepLonger"), new("DeleteNow"), new("AskOfficer")];

    /// <summary>The message for the chat, with its buttons.</summary>
    public ChatText Of(IEnumerable<(RecordingCase Case, WarningRow Row)> ending) =>
        new("Ending", [Lines(ending), new Uri(site.Value.PublicUrl, "/")], Ways) { Asks = new(null) };

    /// <summary>The message as a letter, in a language or in both.</summary>
    public string LetterOf(IEnumerable<(RecordingCase Case, WarningRow Row)> ending, string? language) =>
        ChatWording.Choose(
            wording.Say(new ChatText("EndingLetter", [Lines(ending), new Uri(site.Value.PublicUrl, "/")], [])),
            language,
            "\n\n"
        );

    /// <summary>The letter's subject, with the reference by which it is known again.</summary>
    public string SubjectOf(int count, string reference, string? language) =>
        ChatWording.Choose(wording.Say(ChatText.Of("EndingSubject", count, reference)), language, " / ");

    private List<LocalizedText> Lines(IEnumerable<(RecordingCase Case, WarningRow Row)> ending) =>
        [
            .. ending
                .OrderBy(one => one.Row.EndsAt)
                .ThenBy(one => one.Case.Recording.Topic, StringComparer.Ordinal)
                .Select(one => wording.Say(Line(one.Case, one.Row))),
        ];

    private ChatText Line(RecordingCase @case, WarningRow row)
    {
        var (recording, course) = (@case.Recording, @case.Course?.Name ?? @case.Recording.CourseId);
        // It is shown in several courses, and this end is that of one of them.
        var ofOneCourse = @case.Source is not null || @case.Ending.At != row.EndsAt;
        if (row.BeforeSeconds == 0)
        {
            // Counted from when the first channel took it, whenever this one does.
            var goes = active.Pack.AfterCalendar(row.AcceptedAt ?? clock.GetUtcNow(), active.Pack.MinimumWarning);
            return ofOneCourse
                ? ChatText.Of("EndedInCourse", recording.Topic, goes, course ?? "–")
                : ChatText.Of("EndedUnannounced", recording.Topic, goes);
        }
        return ofOneCourse
            ? ChatText.Of("EndsSoonInCourse", recording.Topic, row.EndsAt, course ?? "–")
            : ChatText.Of("EndsSoon", recording.Topic, row.EndsAt);
    }
}
