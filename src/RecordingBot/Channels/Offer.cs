using System.Globalization;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>One of the answers that a question offers.</summary>
/// <param name="Value">What it stands for.</param>
/// <param name="Title">Its words, which its button says.</param>
public sealed record Offer(string Value, LocalizedText Title)
{
    private const int ShortestPart = 3;

    /// <summary>The offer that a text means: by number, value or words in either language, or by a part of its words that no other has; null where it means none.</summary>
    public static Offer? Meant(IReadOnlyList<Offer> offers, string text)
    {
        var said = Words.Of(text);
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= offers.Count ? offers[number - 1] : null;
        if (offers.FirstOrDefault(offer => offer.Names.Any(name => Words.Of(name) == said)) is { } named)
            return named;
        var alike =
            said.Length < ShortestPart
                ? []
                : offers.Where(offer => offer.Names.Any(name => Words.Of(name).Contains(said, StringComparison.Ordinal))).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }

    /// <summary>The button that takes it.</summary>
    public SuggestedAction Action() => new(Title);

    private IEnumerable<string> Names => [Value, Title.Sv, Title.En];
}
