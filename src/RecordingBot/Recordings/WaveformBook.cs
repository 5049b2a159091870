using Microsoft.EntityFrameworkCore;
using RecordingAgent.Waveforms;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>Keeps the picture of a recording's sound with its part, for as long as the recording lives.</summary>
public sealed class WaveformBook(RegistryContext registry, Registrar registrar)
{
    /// <summary>Keeps it, or why there is none. One that fits no part of a living recording is dropped: what is derived from a recording goes with it.</summary>
    public async Task KeepAsync(SeenWaveform seen, CancellationToken ct)
    {
        if (seen.Peaks.Length > SeenWaveform.MostPeaks)
            return;
        // Read and written in one transaction: the recording can't be deleted in between.
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        if (await FindAsync(seen, ct) is not { } part || IsKnown(part, seen))
            return;
        (part.Waveform, part.WaveformOutcome) = (seen.Outcome is WaveformOutcome.Drawn ? seen.Peaks : null, seen.Outcome);
        registrar.Audit(
            "agent:" + seen.DeviceId,
            "recording.waveform",
            Subject.Recording(part.RecordingId),
            after: $"part:{part.Id} {WireName.Of(seen.Outcome)}"
        );
        await registry.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private Task<PartRow?> FindAsync(SeenWaveform seen, CancellationToken ct) =>
        registry
            .Recordings.Where(row =>
                row.DeviceId == seen.DeviceId
                && row.RootId == seen.RootId
                && row.Folder == seen.RelativeFolder
                && row.State != RecordingState.Deleted
            )
            .SelectMany(row => row.Parts)
            .FirstOrDefaultAsync(part => part.Sha256 == seen.Sha256 && part.Copies.Any(copy => copy.Locator == seen.RelativePath), ct);

    private static bool IsKnown(PartRow part, SeenWaveform seen) =>
        part.WaveformOutcome == seen.Outcome && (part.Waveform ?? []).AsSpan().SequenceEqual(seen.Peaks);
}
