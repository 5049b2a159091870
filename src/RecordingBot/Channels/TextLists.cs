using System.Globalization;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>Several texts below one another, in both languages.</summary>
internal static class TextLists
{
    /// <summary>Each after its number, by which it can be answered.</summary>
    public static LocalizedText Numbered(IEnumerable<LocalizedText> items) =>
        Below(items, place => string.Create(CultureInfo.InvariantCulture, $"{place + 1}. "));

    /// <summary>Each after a bullet.</summary>
    public static LocalizedText Bulleted(IEnumerable<LocalizedText> items) => Below(items, _ => "• ");

    private static LocalizedText Below(IEnumerable<LocalizedText> items, Func<int, string> mark)
    {
        var lines = items.Select((item, place) => (Mark: mark(place), item.Sv, item.En)).ToList();
        return new(
            string.Join('\n', lines.Select(line => line.Mark + line.Sv)),
            string.Join('\n', lines.Select(line => line.Mark + line.En))
        );
    }
}
