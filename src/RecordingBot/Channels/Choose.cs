using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>Asks to choose one of several, by number or button.</summary>
internal static class Choose
{
    public static ChatText From(string key, IReadOnlyList<Offer> offers, string asks) =>
        new(key, [TextLists.Numbered(offers.Select(offer => offer.Title))], [.. offers.Select(offer => offer.Action())])
        {
            Asks = new(asks) { Prompt = BothLanguages.Chat.Say(key, LocalizedText.Same("")) },
        };
}
