using System.Globalization;

namespace RecordingPolicy;

/// <summary>What a person reads, in the two languages of the product (design.md 7).</summary>
/// <param name="Sv">The Swedish text.</param>
/// <param name="En">The English text.</param>
public sealed record LocalizedText(string Sv, string En)
{
    /// <summary>A text that is the same in both languages: a name, a number, an address.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    /// <summary>The text in a language.</summary>
    /// <param name="language">A language tag such as <c>sv</c> or <c>sv-SE</c>; every language but Swedish gives English.</param>
    public string In(string language) => language.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? Sv : En;

    /// <summary>The text in the language of a culture.</summary>
    public string ToString(CultureInfo culture) => In(culture.TwoLetterISOLanguageName);

    /// <summary>Fills in the places <c>{0}</c>, <c>{1}</c>… of both texts, each with its own language's words.</summary>
    /// <exception cref="FormatException">A text has a place that no value fills.</exception>
    public LocalizedText Format(params IReadOnlyList<LocalizedText> values) =>
        new(
            string.Format(CultureInfo.InvariantCulture, Sv, [.. values.Select(value => value.Sv)]),
            string.Format(CultureInfo.InvariantCulture, En, [.. values.Select(value => value.En)])
        );

    /// <summary>Joins texts as a person lists things: "a, b and c".</summary>
    public static LocalizedText List(IReadOnlyList<LocalizedText> items) =>
        new(Join([.. items.Select(item => item.Sv)], " och "), Join([.. items.Select(item => item.En)], " and "));

    private static string Join(string[] items, string last) =>
        items.Length < 2 ? string.Concat(items) : string.Concat(string.Join(", ", items[..^1]), last, items[^1]);
}
