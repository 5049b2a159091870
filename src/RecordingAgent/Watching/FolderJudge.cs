namespace RecordingAgent.Watching;

/// <summary>Tells whether Zoom has finished with a folder that doesn't change any more (facts/zoom 5.3, rules 1, 2 and 4).</summary>
internal static class FolderJudge
{
    public static Completeness Of(SessionFolder folder, FolderListing listing, FolderState known)
    {
        if (listing.Files.Any(PartKinds.IsRaw))
            return Completeness.Unfinished;

        var confPath = $"{folder.Name}/{ZoomState.FileName}";
        var conf = listing.Files.FirstOrDefault(file => file.RelativePath == confPath);
        if (conf is not null && !IsFinished(folder, conf, listing, known))
            return Completeness.Unfinished;

        // Without Zoom's word (an old client, a copied folder) the files themselves must play.
        return listing.Files.Where(PartKinds.IsMedia).All(file => Plays(folder.Root, file, mustTellDuration: conf is null))
            ? Completeness.Complete
            : Completeness.Damaged;
    }

    /// <summary>What was registered and then removed by order is missed by nobody.</summary>
    private static bool IsFinished(SessionFolder folder, ListedFile conf, FolderListing listing, FolderState known)
    {
        using var stream = PartReader.Open(folder.Root, conf);
        return ZoomState.ReadFinished(stream) is { } names
            && names
                .Select(name => $"{folder.Name}/{name}")
                .All(path => listing.Files.Any(file => file.RelativePath == path) || known.Known.Any(part => part.RelativePath == path));
    }

    private static bool Plays(WatchedRoot root, ListedFile file, bool mustTellDuration)
    {
        using var stream = PartReader.Open(root, file);
        var header = MediaHeader.Read(stream);
        return header.IsWhole && (header.Duration is not null || !mustTellDuration);
    }
}
