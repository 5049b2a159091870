using System.Text.RegularExpressions;

namespace RecordingPolicy.Meetings;

/// <summary>Finds what identifies a person in a free text, as rules.md reads it: personnummer, phone numbers and e-mail addresses.</summary>
public static partial class PersonalData
{
    /// <summary>Whether a text holds at least one of the three; null holds none.</summary>
    public static bool IsIn(string? text) =>
        text is not null && (HasPersonalIdentityNumber(text) || HasPhoneNumber(text) || HasEmailAddress(text));

    /// <summary>Whether a text holds a Swedish personnummer or samordningsnummer with the right check digit.</summary>
    public static bool HasPersonalIdentityNumber(string text) =>
        HasDigits(text, 10) && PersonalIdentityNumber().Matches(text).Any(match => CheckDigitIsRight(match.ValueSpan));

    /// <summary>Whether a text holds a phone number. ISO dates are taken out first: 2026-09-07 is nobody's number.</summary>
    public static bool HasPhoneNumber(string text) =>
        // A mark, not a space, in the date's place: what stood on either side must not grow together.
        HasDigits(text, 8) && PhoneNumber().IsMatch(IsoDate().Replace(text, "|"));

    /// <summary>Whether a text holds an address that a mail program would make a link of.</summary>
    public static bool HasEmailAddress(string text) => text.Contains('@', StringComparison.Ordinal) && EmailAddress().IsMatch(text);

    /// <summary>Whether a text has as many digits as a number needs, in whatever places: most texts don't, and need no closer look.</summary>
    private static bool HasDigits(string text, int least)
    {
        var rest = text.AsSpan();
        for (var digits = 0; digits < least; digits++)
        {
            var next = rest.IndexOfAnyInRange('0', '9');
            if (next < 0)
                return false;
            rest = rest[(next + 1)..];
        }
        return true;
    }

    /// <summary>The Luhn sum of the last ten digits, which leaves the century out.</summary>
    private static bool CheckDigitIsRight(ReadOnlySpan<char> number)
    {
        var sum = 0;
        var place = 0;
        for (var i = number.Length - 1; place < 10; i--)
        {
            if (!char.IsAsciiDigit(number[i]))
                continue;
            var digit = (number[i] - '0') * (1 + (place++ % 2));
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    [GeneratedRegex(
        @"(?<!\d)(?:18|19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])[-+]?[0-9]{4}(?!\d)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PersonalIdentityNumber();

    // Hyphens are also those that a word processor puts in place of the plain one.
    [GeneratedRegex(
        @"(?<![\p{L}\d\-\u2010\u2011])(?:\+[0-9]|0)(?:[\p{Zs}\-\u2010\u2011()]*[0-9]){7,12}(?!\d)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"(?<!\d)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(
        @"[\p{L}\p{N}_%+'&-](?:[\p{L}\p{N}._%+'&-]{0,63})@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex EmailAddress();
}
