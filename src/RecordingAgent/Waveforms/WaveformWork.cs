using RecordingAgent.Orders.Confined;
using RecordingAgent.State;
using RecordingAgent.Watching;

namespace RecordingAgent.Waveforms;

/// <summary>
/// Draws registered recordings, one in a look and after everything else, so that a program that hangs holds up neither registering nor orders.
/// </summary>
internal sealed class WaveformWork(
    AgentOptions options,
    StateFolder state,
    TimeProvider clock,
    Func<SeenWaveform, CancellationToken, Task<bool>> tell
)
{
    private readonly WaveformMaker? maker = options.WaveformProgram is { } program ? new(program, options.WaveformPatience) : null;
    private readonly List<SessionFolder> waiting = [];

    /// <summary>Begins a look.</summary>
    public void Begin() => waiting.Clear();

    /// <summary>The part that is drawn of a recording: its largest video, else its sound; null where there is neither or nothing is drawn here.</summary>
    public string? MainPart(IReadOnlyList<SeenPart> parts) =>
        maker is null
            ? null
            : parts
                .Where(part => part.Kind is PartKind.Video or PartKind.Audio)
                .OrderBy(part => part.Kind is PartKind.Video ? 0 : 1)
                .ThenByDescending(part => part.Size)
                .ThenBy(part => part.Name, StringComparer.Ordinal)
                .FirstOrDefault()
                ?.RelativePath;

    /// <summary>Notes, during a look, that this folder's picture is still to be drawn.</summary>
    public void Wait(SessionFolder folder) => waiting.Add(folder);

    /// <summary>Draws one of those that wait.</summary>
    public async Task DrawNextAsync(Wakeup wakeup, CancellationToken ct)
    {
        if (maker is null || waiting.Count == 0)
            return;
        if (!await DrawAsync(waiting[0], maker, ct))
            wakeup.By(clock.GetUtcNow() + options.RetryAfter);
        else if (waiting.Count > 1)
            wakeup.By(clock.GetUtcNow());
    }

    /// <summary>False while the server can't be told.</summary>
    private async Task<bool> DrawAsync(SessionFolder folder, WaveformMaker maker, CancellationToken ct)
    {
        var file = state.Folder(folder.Root.Id, folder.Name);
        if (StateFile.Read<FolderState>(file) is not { WaveformDue: { } due } known)
            return true;
        var path = Path.Combine(folder.Root.Path, due);
        var part = known.Known.FirstOrDefault(part => part.RelativePath == due);
        if (part is not null && File.Exists(path) && PlainFile.Is(path))
        {
            var drawing = await maker.DrawAsync(path, ct);
            if (!await tell(Seen(folder, part, drawing), ct))
                return false;
        }
        StateFile.Write(file, known with { WaveformDue = null });
        return true;
    }

    private SeenWaveform Seen(SessionFolder folder, KnownPart part, Drawing drawing) =>
        new()
        {
            DeviceId = options.DeviceId,
            RootId = folder.Root.Id,
            RelativeFolder = folder.Name,
            RelativePath = part.RelativePath,
            Sha256 = part.Sha256,
            Outcome = drawing.Outcome,
            Peaks = drawing.Peaks,
        };
}
