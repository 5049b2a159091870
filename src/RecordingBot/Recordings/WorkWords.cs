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
        List<string> waits = [.. Left(recording, progress)];
        // A computer that sends is heard of, though its order is still open.
        if (progress is not { What: ProgressView.Upload, Done: > 0 } && await SilentSinceAsync(recording.Id, ct) is { } since)
            waits.Add(words.Say("Work_Silent", words.At(since)));
        return new(recording.Id, progress, Say(progress), waits, followed);
    }

    /// <summary>Work in one sentence.</summary>
    public string Say(ProgressView progress) =>
        progress is { What: ProgressView.Upload, Done: 0 } ? words["Work_upload_Begins"]
        : progress.What is ProgressView.Removal ? words.Say("Work_removal_Done", $"{progress.Done}", $"{progress.Total}")
        : words.Say($"Work_{progress.What}_Done", PageWords.Size(progress.Done), PageWords.Size(progress.Total), $"{progress.Percent}");

    private IEnumerable<string> Left(RecordingView recording, ProgressView progress)
    {
        if (progress.What is not ProgressView.Removal)
            return [];
        var left = recording
            .Parts.SelectMany(part => part.Copies.Select(copy => (part.Name, copy.Place, copy.State)))
            .Where(copy => copy.State != WireName.Of(CopyState.Gone))
            .Select(copy => $"{copy.Name} ({words.Name("Place", copy.Place)}: {words.Name("Copy", copy.State)})")
            .ToList();
        return left.Count == 0 ? [] : [words.Say("Work_removal_Left", string.Join(", ", left))];
    }

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
