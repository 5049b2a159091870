using System.Collections.Concurrent;
using RecordingAgent.Progress;

namespace RecordingBot.Recordings;

/// <summary>What agents are at just now, as far as they have told. In memory, since it only says what is known now.</summary>
public sealed class AgentWork(TimeProvider clock)
{
    /// <summary>Work that isn't told of any more has stopped: an agent gives an upload up that stands still for a minute.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, (Guid? Recording, WorkProgress Progress, DateTimeOffset At)> works = new(
        StringComparer.Ordinal
    );

    /// <summary>Keeps what was told last of a piece of work.</summary>
    /// <param name="progress">What was told.</param>
    /// <param name="find">Finds its recording, asked at the first word of it only.</param>
    public async Task NoteAsync(WorkProgress progress, Func<Task<Guid?>> find)
    {
        var key = KeyOf(progress);
        var recording = works.TryGetValue(key, out var known) ? known.Recording : await find();
        works[key] = (recording, progress, clock.GetUtcNow());
        foreach (var stopped in works.Where(work => !IsFresh(work.Value.At)).ToList())
            works.TryRemove(stopped);
    }

    /// <summary>The folder is registered.</summary>
    public void EndReading(string deviceId, string rootId, string folder) => works.TryRemove(KeyOf(deviceId, rootId, folder), out _);

    /// <summary>The upload's order is answered.</summary>
    public void EndUpload(string orderId) => works.TryRemove(orderId, out _);

    /// <summary>What is being done with a recording; null while nothing is known to be.</summary>
    public ProgressView? Of(Guid recording) =>
        Current.Where(work => work.Recording == recording).Select(work => View(work.Progress)).FirstOrDefault();

    /// <summary>Folders that are being read and belong to no recording that is known.</summary>
    public IReadOnlyList<WorkProgress.Reading> Untied =>
        [.. Current.Where(work => work.Recording is null).Select(work => work.Progress).OfType<WorkProgress.Reading>()];

    private IEnumerable<(Guid? Recording, WorkProgress Progress, DateTimeOffset At)> Current =>
        works.Values.Where(work => IsFresh(work.At));

    private bool IsFresh(DateTimeOffset at) => at + Fresh > clock.GetUtcNow();

    private static ProgressView View(WorkProgress progress) =>
        ProgressView.OfBytes(progress is WorkProgress.Upload ? ProgressView.Upload : ProgressView.Hashing, progress.Done, progress.Total);

    private static string KeyOf(WorkProgress progress) =>
        progress switch
        {
            WorkProgress.Upload upload => upload.OrderId,
            WorkProgress.Reading reading => KeyOf(reading.DeviceId, reading.RootId, reading.RelativeFolder),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string KeyOf(string deviceId, string rootId, string folder) => $"{deviceId}/{rootId}/{folder}";
}
