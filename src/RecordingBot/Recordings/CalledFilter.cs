using Microsoft.EntityFrameworkCore;

namespace RecordingBot.Recordings;

/// <summary>Recordings by what they are called.</summary>
public static class CalledFilter
{
    /// <summary>Those with these words somewhere in their topic, large letters or small.</summary>
    public static IQueryable<RecordingRow> Called(this IQueryable<RecordingRow> all, string words)
    {
        var pattern = Pattern(words.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, MA0011 // The database makes the letters small.
        return all.Where(row => EF.Functions.Like(row.Topic.ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311, MA0011
    }

    /// <summary>SQLite folds the case of English letters only: any letter may stand for another one, so that "övning" finds "Övning".</summary>
    private static string Pattern(string text) =>
        "%"
        + string.Concat(
            text.Select(letter =>
                letter is '%' or '_' or '\\' ? "\\" + letter
                : char.IsAscii(letter) ? letter.ToString()
                : "_"
            )
        )
        + "%";
}
