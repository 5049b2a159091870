using System.Globalization;
using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Publication;

/// <summary>How much room is missing, as a task keeps it in a word and people read it.</summary>
public static class MissingRoom
{
    /// <summary>Sizes are told so that nobody makes too little room: rounded up.</summary>
    private const long Mega = 1_000_000;

    /// <summary>The word in a task.</summary>
    public static string Write(UploadState.NoRoom room) =>
        string.Create(CultureInfo.InvariantCulture, $"{(room.IsLimit ? "limit" : "course")} {room.Missing}");

    /// <summary>The word as a sentence.</summary>
    public static LocalizedText Say(string word)
    {
        var (kind, bytes) = word.Split(' ') is [var first, var second]
            ? (first, long.Parse(second, CultureInfo.InvariantCulture))
            : ("course", 0);
        return bytes == 0
            ? BothLanguages.Why["Room_unknown"]
            : BothLanguages.Why.Say("Room_" + kind, LocalizedText.Same(((bytes + Mega - 1) / Mega).ToString(CultureInfo.InvariantCulture)));
    }
}
