using System.Globalization;
using System.Text;
using ZoomSimulator.State;

namespace ZoomSimulator.Recordings;

/// <summary>A session folder's name: <c>YYYY-MM-DD HH.MM.SS topic number</c> in local time (facts/zoom.md 5.1).</summary>
internal static class FolderName
{
    private const int LongestTopic = 80;

    private const string PathCharacters = "<>:\"/\\|?*";

    public static string Of(MeetingState meeting, DateTimeOffset start, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone).ToString("yyyy-MM-dd HH.mm.ss", CultureInfo.InvariantCulture);
        var topic = Clean(meeting.Topic);
        return topic.Length == 0 ? $"{local} {meeting.Id}" : $"{local} {topic} {meeting.Id}";
    }

    private static string Clean(string topic)
    {
        var clean = new StringBuilder();
        foreach (var rune in topic.Normalize().EnumerateRunes().Take(LongestTopic))
            clean.Append(
                Rune.IsControl(rune) || PathCharacters.Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString()
            );
        return clean.ToString().Trim(' ', '.');
    }
}
