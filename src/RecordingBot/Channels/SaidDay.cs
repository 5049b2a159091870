using System.Text.RegularExpressions;
using RecordingBot.Hosting;

namespace RecordingBot.Channels;

/// <summary>A day in what somebody wrote.</summary>
internal static partial class SaidDay
{
    /// <summary>The day that a text names, alone or after a word such as "until"; null where it names none.</summary>
    public static DateOnly? Of(string text) => ApiQuery.ReadDay(Day().Match(text).Value);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}$", RegexOptions.None, 1000)]
    private static partial Regex Day();
}
