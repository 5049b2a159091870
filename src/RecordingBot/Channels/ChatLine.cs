using System.Text.RegularExpressions;

namespace RecordingBot.Channels;

/// <summary>A message as the page shows it: text, with its links as links.</summary>
/// <param name="FromBot">Who said it.</param>
/// <param name="Pieces">The text in pieces; those with an address are links.</param>
public sealed partial record ChatLine(bool FromBot, IReadOnlyList<(string Text, string? Address)> Pieces)
{
    /// <summary>Cuts a text where its links are. A full stop or comma after one belongs to the sentence.</summary>
    public static ChatLine Of(string text, bool fromBot)
    {
        var pieces = new List<(string, string?)>();
        var end = 0;
        foreach (var link in Link().EnumerateMatches(text))
        {
            pieces.Add((text[end..link.Index], null));
            end = link.Index + link.Length;
            pieces.Add((text[link.Index..end], text[link.Index..end]));
        }
        pieces.Add((text[end..], null));
        return new(fromBot, pieces);
    }

    [GeneratedRegex(@"https?://[^\s]+[^\s.,;:!?)]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();
}
