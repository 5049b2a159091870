using System.Globalization;
using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>Asks to choose one of several, by number or button.</summary>
internal static class Choose
{
    public static ChatText From(string key, IReadOnlyList<Offer> offers, string asks) =>
        new(key, [Numbered(offers)], [.. offers.Select(offer => offer.Action())])
        {
            Asks = new(asks) { Prompt = BothLanguages.Chat.Say(key, LocalizedText.Same("")) },
        };

    private static LocalizedText Numbered(IReadOnlyList<Offer> offers) =>
        new(
            string.Join(
                '\n',
                offers.Select((offer, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {offer.Title.Sv}"))
            ),
            string.Join(
                '\n',
                offers.Select((offer, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {offer.Title.En}"))
            )
        );
}
