using Microsoft.EntityFrameworkCore;
using RecordingBot.Admin;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>Says how far work on a recording is, and what it waits for.</summary>
public sealed class WorkWords(RegistryContext registry, PageWords words, TimeProvider clock)
{
    /// <summary>How long a computer may take to answer before it is called silent: it looks for orders every quarter of a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The panel of a recording; null while nothing is under way.</summary>
    public async Task<WorkPanel?> ReadAsync(RecordingView recording, bool followed, CancellationToken ct)
    {
        if (recording.Progress is not { } progress)
            return null;
        // A computer that sends is heard of, though its order is still open.
        var isHeard = progress is { What: ProgressView.Upload, Done: > 0 } or { What: ProgressView.Hashing };
        return new(
            recording.Id,
            progress,
            Say(progress),
            progress.What is ProgressView.Removal ? Left(recording) : [],
            isHeard ? null : await SilentSinceAsync(recording.Id, ct),
            followed
        );
    }

    /// <summary>Work in one sentence.</summary>
    public string Say(ProgressView progress) =>
        progress is { What: ProgressView.Upload, Done: 0 } ? words["Work_upload_Begins"]
        : progress.What is ProgressView.Removal ? words.Say("Work_removal_Done", $"{progress.Done}", $"{progress.Total}")
        : words.Say($"Work_{progress.What}_Done", PageWords.Size(progress.Done), PageWords.Size(progress.Total), $"{progress.Percent()}");

    private List<string> Left(RecordingView recording) =>
        [
            .. recording
                .Parts.SelectMany(part => part.Copies.Select(copy => (part.Name, copy.Place, copy.State)))
                .Where(copy => copy.State != WireName.Of(CopyState.Gone))
                .Select(copy => $"{copy.Name} – {words.Name("Place", copy.Place)}: {words.Name("Copy", copy.State)}"),
        ];

    /// <summary>Since when a computer owes an answer; null while none does, or not for long.</summary>
    private async Task<DateTimeOffset?> SilentSinceAsync(Guid recording, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = await registry
            .AgentOrders.Where(row => row.RecordingId == recording && row.AnsweredAt == null && row.ExpiresAt > now)
            .OrderBy(row => row.IssuedAt)
            .Select(row => (DateTimeOffset?)row.IssuedAt)
            .FirstOrDefaultAsync(ct);
        return asked + Patience < now ? asked : null;
    }
}
