using System.Security.Cryptography;
using System.Text;
using RecordingAgent.State;

namespace RecordingAgent.Watching;

/// <summary>
/// Knows the watched folders by a mark that lies in each. A folder without its mark is another one, mounted in its place,
/// and its emptiness says nothing (security 5).
/// </summary>
internal sealed class RootBook(IReadOnlyList<string> folders, string stateFile)
{
    /// <summary>The file that lies in each watched folder.</summary>
    public const string MarkName = ".recording-agent-root";

    private const int IdLength = 32;

    private readonly Dictionary<string, string> idOfPath =
        StateFile.Read<Dictionary<string, string>>(stateFile) ?? new(StringComparer.Ordinal);

    /// <summary>True if a root of this id was ever watched.</summary>
    public bool Knows(string rootId) => idOfPath.ContainsValue(rootId);

    /// <summary>The id that the folder had last; the empty string for one that was never read.</summary>
    public string LastIdOf(int index) => idOfPath.GetValueOrDefault(folders[index], "");

    /// <summary>The folder with its id, or what is wrong with it.</summary>
    public (WatchedRoot? Root, TroubleKind? Trouble) Check(int index)
    {
        var path = folders[index];
        if (!Directory.Exists(path))
            return (null, TroubleKind.RootMissing);
        try
        {
            var mark = ReadMark(path);
            if (!idOfPath.TryGetValue(path, out var id))
                id = Learn(path, mark);
            else if (mark != id)
                return (null, TroubleKind.RootChanged);
            return id is null ? (null, TroubleKind.RootChanged) : (new WatchedRoot(index, path, id), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, TroubleKind.Unreadable);
        }
    }

    /// <summary>A folder's id at the first sight of it; null if it bears the mark of another watched folder.</summary>
    private string? Learn(string path, string? mark)
    {
        if (mark is not null && idOfPath.ContainsValue(mark))
            return null;
        if (mark is null)
        {
            mark = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
            File.WriteAllText(Path.Combine(path, MarkName), mark);
        }
        idOfPath.Add(path, mark);
        StateFile.Write(stateFile, idOfPath);
        return mark;
    }

    private static string? ReadMark(string path)
    {
        var file = Path.Combine(path, MarkName);
        if (!File.Exists(file))
            return null;
        using var stream = File.OpenRead(file);
        var text = new byte[IdLength];
        var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        var mark = Encoding.ASCII.GetString(text, 0, length);
        // Half a mark (the disk was full) is replaced, like none.
        return mark.Length == IdLength && mark.All(char.IsAsciiHexDigitLower) ? mark : null;
    }
}
