using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Notices;

/// <summary>
/// What those who are recorded are told before the recording starts (<c>notice.before-start</c>, GDPR 13), in both languages.
/// Departures from the normal case stand first (<c>notice.deviation-first</c>).
/// </summary>
public sealed class PrivacyNotice
{
    private readonly ChatSummary summary;

    private PrivacyNotice(LocalizedText title, ImmutableArray<NoticeSection> sections, ChatSummary summary) =>
        (Title, Sections, this.summary) = (title, sections, summary);

    public LocalizedText Title { get; }

    public ImmutableArray<NoticeSection> Sections { get; }

    /// <summary>Composes the notice; the same facts under the same pack always give the same text.</summary>
    public static PrivacyNotice Compose(NoticeFacts facts, PolicyPack pack)
    {
        var words = new NoticeWords(facts, pack);
        ImmutableArray<NoticeSection> sections =
        [
            .. DeviationSection.Of(facts, words),
            .. RecordingSections.Of(facts, pack, words),
            .. PeopleSections.Of(facts, pack, words),
        ];
        return new(words.Title, sections, ChatSummary.Of(facts, words));
    }

    /// <summary>
    /// The notice's exact text, Swedish then English, with line feeds between lines: what is shown is this, and what is stored is
    /// the SHA-256 of its UTF-8 bytes (I6).
    /// </summary>
    public string Canonical()
    {
        var text = new StringBuilder();
        foreach (var language in new[] { "sv", "en" })
        {
            text.Append("# ").Append(Title.In(language)).Append('\n');
            foreach (var section in Sections)
            {
                text.Append("\n## ").Append(section.Heading.In(language)).Append('\n');
                foreach (var paragraph in section.Paragraphs)
                    text.Append(paragraph.In(language)).Append('\n');
                foreach (var item in section.Items)
                    text.Append("- ").Append(item.In(language)).Append('\n');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The SHA-256 of <see cref="Canonical"/> in UTF-8, in lower-case hexadecimal.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())));

    /// <summary>
    /// The message for a meeting's chat, under 1,000 characters: a long purpose is cut, and where there is no room for it at all
    /// the message keeps the departures and the link, behind which everything stands.
    /// </summary>
    /// <param name="language"><c>sv</c> or <c>en</c>; null for both, Swedish first.</param>
    /// <param name="link">The notice's page, at most 500 characters long.</param>
    public string ChatMessage(string? language, Uri link) => summary.ToMessage(language is null ? ["sv", "en"] : [language], link);
}
