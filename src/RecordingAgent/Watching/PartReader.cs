using RecordingAgent.Hashing;

namespace RecordingAgent.Watching;

/// <summary>Reads what is to be told of one file.</summary>
internal static class PartReader
{
    /// <summary>Reads it; <paramref name="knownSha256"/> is its hash where that is known already. <paramref name="onRead"/> is told how far hashing is.</summary>
    public static async Task<SeenPart> ReadAsync(
        WatchedRoot root,
        ListedFile file,
        string? knownSha256,
        Func<long, Task> onRead,
        CancellationToken ct
    )
    {
        await using var stream = Open(root, file);
        return new SeenPart
        {
            RelativePath = file.RelativePath,
            Name = SessionFolderName.Nfc(file.Name),
            Kind = PartKinds.Of(file),
            Size = file.Size,
            Duration = PartKinds.IsMedia(file) ? MediaHeader.Read(stream).Duration : null,
            Sha256 = knownSha256 ?? (await FileHash.ComputeAsync(stream, ct, onRead)).Sha256,
        };
    }

    /// <summary>Opens it for reading; fails while someone has it open for writing, where the system tells.</summary>
    public static FileStream Open(WatchedRoot root, ListedFile file) =>
        new(Path.Combine(root.Path, file.RelativePath), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
}
