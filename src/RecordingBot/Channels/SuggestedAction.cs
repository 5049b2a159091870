using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>A button under a message.</summary>
/// <param name="Title">The words on it.</param>
/// <param name="Says">What pressing it says to the bot, as if the person had written it.</param>
public sealed record SuggestedAction(LocalizedText Title, LocalizedText Says)
{
    /// <summary>A button that says its own words.</summary>
    public SuggestedAction(LocalizedText title)
        : this(title, title) { }

    /// <summary>A button whose words are one of the chat's texts, and which says them.</summary>
    public SuggestedAction(string key)
        : this(BothLanguages.Chat[key]) { }

    /// <summary>A button whose words are one of the chat's texts, and which says the same in every language.</summary>
    public SuggestedAction(string key, string says)
        : this(BothLanguages.Chat[key], LocalizedText.Same(says)) { }
}
