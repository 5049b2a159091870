using RecordingAgent.Orders.Confined;

namespace RecordingAgent.Watching;

/// <summary>What lies in a session folder at one moment.</summary>
/// <param name="Files">Its regular files, also those in folders below, ordered by path.</param>
/// <param name="HasOddEntries">True if links, pipes, devices or too deep folders were left out.</param>
internal sealed record FolderListing(IReadOnlyList<ListedFile> Files, bool HasOddEntries)
{
    private const int MaxDepth = 4;

    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    /// <summary>Reads the folder.</summary>
    /// <exception cref="IOException">Something can't be read; <see cref="UnauthorizedAccessException"/> likewise.</exception>
    public static FolderListing Read(string rootPath, string folder)
    {
        List<ListedFile> files = [];
        var hasOddEntries = false;
        Visit(new DirectoryInfo(Path.Combine(rootPath, folder)), folder, MaxDepth);
        files.Sort((a, b) => string.CompareOrdinal(a.RelativePath, b.RelativePath));
        return new(files, hasOddEntries);

        void Visit(DirectoryInfo directory, string relative, int depth)
        {
            foreach (var entry in directory.EnumerateFileSystemInfos("*", Everything))
            {
                var path = $"{relative}/{entry.Name}";
                if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    hasOddEntries = true;
                else if (entry is DirectoryInfo inner && depth > 0)
                    Visit(inner, path, depth - 1);
                else if (entry is FileInfo file && PlainFile.Is(file.FullName))
                    files.Add(new(path, file.Length, file.LastWriteTimeUtc.Ticks));
                else
                    hasOddEntries = true;
            }
        }
    }

    public bool SameAs(IReadOnlyList<ListedFile> earlier) => Files.SequenceEqual(earlier);
}
