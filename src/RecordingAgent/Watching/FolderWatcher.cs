using RecordingAgent.Progress;
using RecordingAgent.State;
using RecordingAgent.Waveforms;

namespace RecordingAgent.Watching;

/// <summary>Looks at the session folders of a root, and registers what Zoom has finished (facts/zoom 5.3).</summary>
internal sealed class FolderWatcher(
    AgentOptions options,
    StateFolder state,
    TroubleBook troubles,
    WaveformWork waveforms,
    TimeProvider clock,
    Func<SeenRecording, CancellationToken, Task<bool>> register,
    Func<WorkProgress, CancellationToken, Task> tell
)
{
    private static readonly EnumerationOptions Plain = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    public async Task LookAsync(WatchedRoot root, Wakeup wakeup, CancellationToken ct)
    {
        try
        {
            foreach (var path in Directory.GetDirectories(root.Path, "*", Plain).Order(StringComparer.Ordinal))
            {
                var folder = Path.GetFileName(path);
                if (SessionFolderName.Parse(folder) is { } name)
                    await LookAtAsync(new SessionFolder(root, folder, name), wakeup, ct);
            }
            troubles.Looked(root.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note(TroubleKind.Unreadable, root, folder: "");
        }
    }

    private async Task LookAtAsync(SessionFolder folder, Wakeup wakeup, CancellationToken ct)
    {
        try
        {
            var listing = FolderListing.Read(folder.Root.Path, folder.Name);
            if (listing.HasOddEntries)
                Note(TroubleKind.OddEntry, folder.Root, folder.Name);
            // Chat can be saved where nothing was recorded.
            if (listing.Files.Any(file => PartKinds.IsMedia(file) || PartKinds.IsRaw(file)))
                await JudgeAsync(folder, listing, wakeup, ct);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException)
        {
            // It went away between two lines; the next look says more.
            wakeup.By(clock.GetUtcNow() + options.Settle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note(TroubleKind.Unreadable, folder.Root, folder.Name);
        }
    }

    private async Task JudgeAsync(SessionFolder folder, FolderListing listing, Wakeup wakeup, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = Remember(folder, listing, now);
        if (known.WaveformDue is not null)
            waveforms.Wait(folder);
        var isNew = listing.Files.Any(file => known.Find(file) is null);
        if (!isNew && known.IsKnownComplete)
            return;
        if (now < known.UnchangedSince + options.Settle)
        {
            wakeup.By(known.UnchangedSince + options.Settle);
            return;
        }

        var completeness = FolderJudge.Of(folder, listing, known);
        if (completeness != Completeness.Complete)
        {
            var givenUpAt = known.UnchangedSince + options.UnfinishedAfter;
            if (completeness == Completeness.Damaged)
                Note(TroubleKind.Damaged, folder.Root, folder.Name);
            else if (now >= givenUpAt)
                Note(TroubleKind.Unfinished, folder.Root, folder.Name);
            if (now < givenUpAt)
                wakeup.By(givenUpAt);
            if (now < givenUpAt || !isNew)
                return;
        }
        await RegisterAsync(folder, listing, known, completeness == Completeness.Complete, wakeup, ct);
    }

    private async Task RegisterAsync(
        SessionFolder folder,
        FolderListing listing,
        FolderState known,
        bool isComplete,
        Wakeup wakeup,
        CancellationToken ct
    )
    {
        var parts = await ReadPartsAsync(folder, listing, known, ct);
        var after = FolderListing.Read(folder.Root.Path, folder.Name);
        if (!after.SameAs(listing.Files))
        {
            wakeup.By(Remember(folder, after, clock.GetUtcNow()).UnchangedSince + options.Settle);
            return;
        }
        if (!await register(folder.Seen(options.DeviceId, parts, isComplete, clock.GetUtcNow()), ct))
        {
            wakeup.By(clock.GetUtcNow() + options.RetryAfter);
            return;
        }
        var gone = known.Known.Where(part => parts.TrueForAll(p => p.RelativePath != part.RelativePath));
        var there = listing.Files.Zip(parts, (file, part) => new KnownPart(file.RelativePath, file.Size, file.Modified, part.Sha256));
        var due = DueWaveform(listing, known, parts);
        Save(folder, known with { Known = [.. gone, .. there], IsKnownComplete = isComplete, WaveformDue = due });
        if (due is not null && known.WaveformDue is null)
            waveforms.Wait(folder);
    }

    private async Task<List<SeenPart>> ReadPartsAsync(SessionFolder folder, FolderListing listing, FolderState known, CancellationToken ct)
    {
        var total = listing.Files.Where(file => known.Find(file) is null).Sum(file => file.Size);
        var steps = new ProgressSteps(total, done => tell(folder.Progress(options.DeviceId, done, total), ct));
        List<SeenPart> parts = [];
        long before = 0;
        foreach (var file in listing.Files)
        {
            var sha256 = known.Find(file)?.Sha256;
            parts.Add(await PartReader.ReadAsync(folder.Root, file, sha256, read => steps.ReachAsync(before + read), ct));
            before += sha256 is null ? file.Size : 0;
        }
        return parts;
    }

    /// <summary>A main part is drawn once: when it is new, or while its drawing still waits.</summary>
    private string? DueWaveform(FolderListing listing, FolderState known, List<SeenPart> parts)
    {
        var main = waveforms.MainPart(parts);
        return main == known.WaveformDue || listing.Files.Any(file => file.RelativePath == main && known.Find(file) is null) ? main : null;
    }

    /// <summary>Compares with the last look, and starts the wait anew if anything changed.</summary>
    private FolderState Remember(SessionFolder folder, FolderListing listing, DateTimeOffset now)
    {
        var known = StateFile.Read<FolderState>(state.Folder(folder.Root.Id, folder.Name)) ?? new FolderState();
        // A clock that went back must not keep a folder waiting.
        if (listing.SameAs(known.Files) && known.UnchangedSince <= now)
            return known;
        known = known with { Files = listing.Files, UnchangedSince = now };
        Save(folder, known);
        return known;
    }

    private void Save(SessionFolder folder, FolderState known) => StateFile.Write(state.Folder(folder.Root.Id, folder.Name), known);

    private void Note(TroubleKind kind, WatchedRoot root, string folder) =>
        troubles.Note(kind, root.Index, root.Id, folder, clock.GetUtcNow());
}
