using System.Globalization;
using System.Text.RegularExpressions;

namespace CanvasConnector.Http;

/// <summary>
/// The addresses of a list whose pages Canvas numbers: all but the number is kept letter by letter. Bookmarks have no
/// such addresses (facts: Canvas 2.1).
/// </summary>
internal sealed partial record PageNumbers
{
    private PageNumbers(string before, string after) => (Before, After) = (before, after);

    private string Before { get; }

    private string After { get; }

    /// <summary>The list of this address and its page's number; null if it is not a numbered page.</summary>
    public static (PageNumbers List, int Number)? Of(Uri address)
    {
        var text = address.OriginalString;
        return Number().Matches(text) is [var only]
            ? (
                new PageNumbers(text[..only.Index], text[(only.Index + only.Length)..]),
                int.Parse(only.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            )
            : null;
    }

    public Uri At(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{Before}{number}{After}"));

    [GeneratedRegex("(?<=[?&]page=)[1-9][0-9]{0,5}(?=&|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
