using RecordingAgent.State;

namespace RecordingAgent.Watching;

/// <summary>Remembers what is wrong, so that the server is told once when it begins and once when it ends.</summary>
internal sealed class TroubleBook(string deviceId, IReadOnlyList<string> folders, string stateFile)
{
    private readonly HashSet<(string Root, string Folder, TroubleKind Kind)> noted = [];
    private readonly HashSet<string> looked = new(StringComparer.Ordinal);
    private List<TroubleEntry> entries = StateFile.Read<List<TroubleEntry>>(stateFile) ?? [];
    private List<TroubleEntry> saved = [];

    /// <summary>True while anything is wrong.</summary>
    public bool IsAny => entries.Count > 0;

    /// <summary>Begins a look.</summary>
    public void Begin()
    {
        noted.Clear();
        looked.Clear();
    }

    /// <summary>Notes that something is wrong now; <paramref name="folder"/> is empty for the root itself.</summary>
    public void Note(TroubleKind kind, int rootIndex, string rootId, string folder, DateTimeOffset now)
    {
        var root = folders[rootIndex];
        if (!noted.Add((root, folder, kind)) || entries.Exists(e => Key(e) == (root, folder, kind) && e.Trouble.EndedAt is null))
            return;
        entries.Add(
            new(
                root,
                new FolderTrouble
                {
                    DeviceId = deviceId,
                    Kind = kind,
                    RootId = rootId,
                    RootIndex = rootIndex,
                    RelativeFolder = folder,
                    Since = now,
                },
                IsTold: false
            )
        );
    }

    /// <summary>Notes that all folders of a root were looked at: what wasn't noted there is mended.</summary>
    public void Looked(string rootPath) => looked.Add(rootPath);

    /// <summary>Ends a look. What began and ended before the server could be told is forgotten.</summary>
    public void End(DateTimeOffset now)
    {
        entries =
        [
            .. entries
                .Where(e => e.IsTold || e.Trouble.EndedAt is not null || !IsMended(e))
                .Select(e =>
                    e.Trouble.EndedAt is null && IsMended(e) ? e with { Trouble = e.Trouble with { EndedAt = now }, IsTold = false } : e
                ),
        ];
        Save();
    }

    /// <summary>Tells what changed. <paramref name="tell"/> answers whether the server took it.</summary>
    public async Task TellAsync(Func<FolderTrouble, Task<bool>> tell)
    {
        foreach (var entry in entries.Where(e => !e.IsTold).ToList())
        {
            if (!await tell(entry.Trouble))
                return;
            entries.Remove(entry);
            if (entry.Trouble.EndedAt is null)
                entries.Add(entry with { IsTold = true });
            Save();
        }
    }

    private bool IsMended(TroubleEntry entry) =>
        !noted.Contains(Key(entry))
        && (
            entry.Trouble.RelativeFolder.Length == 0
            || looked.Contains(entry.RootPath)
            || !folders.Contains(entry.RootPath, StringComparer.Ordinal)
        );

    private static (string Root, string Folder, TroubleKind Kind) Key(TroubleEntry entry) =>
        (entry.RootPath, entry.Trouble.RelativeFolder, entry.Trouble.Kind);

    private void Save()
    {
        if (entries.SequenceEqual(saved))
            return;
        StateFile.Write(stateFile, entries);
        saved = [.. entries];
    }
}
