using RecordingBot.Registry;

namespace RecordingBot.Meetings;

/// <summary>
/// The pseudonyms under which a meeting's participants are known, which hold within that meeting only. A name is never stored: it is the one thing
/// that Zoom tells of a guest and that the guest can say too (facts/zoom.md 2.2).
/// </summary>
public sealed class ParticipantNames(KeyRing keys)
{
    /// <summary>The longest name that is taken (security.md 2).</summary>
    public const int Longest = 100;

    /// <summary>The pseudonym of a name as it is shown in Zoom, without regard to case and spaces; null where there is none.</summary>
    public string? OfName(Guid meeting, string? name)
    {
        var words = (name ?? "").Normalize().ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : Of(meeting, "name " + string.Join(' ', words));
    }

    /// <summary>The pseudonym of one stay, by what Zoom calls it.</summary>
    public string OfStay(Guid meeting, string stay) => Of(meeting, stay);

    /// <summary>The pseudonym of a browser, by its cookie.</summary>
    public string OfBrowser(Guid meeting, string cookie) => Of(meeting, "browser " + cookie);

    private string Of(Guid meeting, string value) => keys.Pseudonym($"attendance {meeting}", value);
}
