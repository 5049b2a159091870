using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RecordingAgent.Watching;

/// <summary>What the name of a session folder tells (facts/zoom 5.1).</summary>
internal sealed partial record SessionFolderName(DateTime StartedAtLocal, string Topic, long? MeetingNumber)
{
    private const int MaxTopicLength = 200;

    /// <summary>Reads a folder's name; null if Zoom did not give it.</summary>
    public static SessionFolderName? Parse(string folder)
    {
        var match = Shape().Match(Nfc(folder));
        if (
            !match.Success
            || !DateTime.TryParseExact(
                match.Groups["start"].Value,
                "yyyy-MM-dd HH.mm.ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var start
            )
        )
            return null;
        var topic = match.Groups["topic"].Value;
        var number = match.Groups["number"];
        return new(
            start,
            topic.Length > MaxTopicLength ? topic[..MaxTopicLength] : topic,
            number.Success ? long.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null
        );
    }

    /// <summary>A name for people. macOS keeps letters and their marks apart; a name may hold half a character.</summary>
    public static string Nfc(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize();

    [GeneratedRegex(
        @"\A(?<start>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}\.[0-9]{2}\.[0-9]{2})(\s*(?<topic>\S.*?))??(\s(?<number>[0-9]{9,11}))?\s*\z",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Shape();
}
