namespace RecordingPolicy.Notices;

/// <summary>The notice in a few sentences, for a meeting's chat.</summary>
/// <param name="Opening">That the meeting is recorded, by whom, and what departs from the normal case.</param>
/// <param name="Purpose">What for, as the recorder wrote it.</param>
/// <param name="Details">The basis, and how long.</param>
internal sealed record ChatSummary(LocalizedText Opening, string Purpose, LocalizedText Details)
{
    /// <summary>The most characters of a message that every chat takes whole.</summary>
    private const int Longest = 999;

    /// <summary>A purpose that is cut shorter than this says nothing.</summary>
    private const int ShortestPurpose = 20;

    public static ChatSummary Of(NoticeFacts facts, NoticeWords words) =>
        new(
            Sentences([NoticeWords.Say("chat.recorded", words.ControllerName), .. words.ShortDeviations]),
            NoticeWords.Written(facts.Request.Purpose.Text ?? "").En,
            Sentences([NoticeWords.Say("chat.basis", words.ShortBasis), words.ShortHowLong])
        );

    /// <summary>The same for people who were told something else before.</summary>
    public ChatSummary WithChanges(IReadOnlyList<NoticeChange> changes) =>
        changes.Count == 0
            ? this
            : this with
            {
                Opening = Sentences([
                    NoticeWords.Say("chat.changed", LocalizedText.List([.. changes.Select(change => change.Name)])),
                    Opening,
                ]),
            };

    /// <summary>The whole message; the link stands last, once.</summary>
    public string ToMessage(IReadOnlyList<string> languages, Uri link)
    {
        var most = (Longest - Message(languages, link, "").Length) / languages.Count;
        if (most >= Math.Min(ShortestPurpose, Purpose.Length))
            return Message(languages, link, Cut(Purpose, most));
        return Join([.. languages.Select(Opening.In), Link(languages, link)]);
    }

    private string Message(IReadOnlyList<string> languages, Uri link, string purpose) =>
        Join([.. languages.Select(language => Body(purpose).In(language)), Link(languages, link)]);

    private LocalizedText Body(string purpose) =>
        Sentences([Opening, NoticeWords.Say("chat.purpose", LocalizedText.Same(purpose)), Details]);

    private static string Link(IReadOnlyList<string> languages, Uri link)
    {
        var words = NoticeWords.Say("chat.link");
        return $"{string.Join(" / ", languages.Select(words.In))}: {link.AbsoluteUri}";
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        // Half of a surrogate pair is no character.
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end] + "…";
    }

    private static LocalizedText Sentences(IReadOnlyList<LocalizedText> sentences) =>
        new(string.Join(' ', sentences.Select(text => text.Sv)), string.Join(' ', sentences.Select(text => text.En)));

    private static string Join(string[] paragraphs) => string.Join("\n\n", paragraphs);
}
