using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>A button under a message.</summary>
/// <param name="Title">The words on it.</param>
/// <param name="Says">What pressing it says to the bot; the same in every language.</param>
public sealed record SuggestedAction(LocalizedText Title, string Says)
{
    /// <summary>A button whose words are one of the chat's texts.</summary>
    public SuggestedAction(string key, string says)
        : this(BothLanguages.Chat[key], says) { }
}
