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

    private PrivacyNotice(
        LocalizedText title,
        ImmutableArray<NoticeSection> sections,
        ImmutableArray<AskedConsent> consents,
        ChatSummary summary
    ) => (Title, Sections, Consents, this.summary) = (title, sections, consents, summary);

    public LocalizedText Title { get; }

    public ImmutableArray<NoticeSection> Sections { get; }

    /// <summary>The consents that it asks for; empty where nothing rests on one.</summary>
    public ImmutableArray<AskedConsent> Consents { get; }

    /// <summary>Composes the notice; the same facts under the same pack always give the same text.</summary>
    public static PrivacyNotice Compose(NoticeFacts facts, PolicyPack pack)
    {
        var words = new NoticeWords(facts, pack);
        var consents = ConsentSection.Asked(facts, words);
        ImmutableArray<NoticeSection> sections =
        [
            .. DeviationSection.Of(facts, words),
            .. RecordingSections.Of(facts, pack, words),
            .. PeopleSections.Of(facts, pack, words),
            .. ConsentSection.Of(consents),
        ];
        return new(words.Title, sections, consents, ChatSummary.Of(facts, words));
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
    /// <param name="changes">What has changed since people were told; said first. None for those who are told for the first time.</param>
    public string ChatMessage(string? language, Uri link, params ImmutableArray<NoticeChange> changes) =>
        summary.WithChanges(changes).ToMessage(language is null ? ["sv", "en"] : [language], link);

    /// <summary>
    /// What a consent to this notice is bound to (<c>consent.specific</c>), as a hash: everything that it says but the date that its end has
    /// today, which moves with the course while the rule for it stays.
    /// </summary>
    public static string ScopeOf(NoticeFacts facts, PolicyPack pack) => Compose(facts with { EndsAt = null }, pack).Sha256();
}
