using RecordingBot.Recordings;
using RecordingBot.Recordings.Cloud;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Meetings;

namespace RecordingBot.Deletion;

/// <summary>
/// Removes what an instance left in Zoom's cloud: its files all at once, then its transcript and summary, which Zoom keeps apart (facts/zoom.md 3.5).
/// An instance is named by its uuid, so that another one of the same meeting is never touched.
/// </summary>
public sealed class CloudRemoval(
    ZoomClient zoom,
    CloudRegistration registration,
    RegistryContext registry,
    Registrar registrar,
    TimeProvider clock
)
{
    /// <summary>Zoom's trash keeps 30 days; a day more, for its own idea of when one begins.</summary>
    private const int TrashDays = 31;

    /// <summary>Removes it.</summary>
    /// <returns>The copies that are removed, still to be read back; null where there was more than is known: that is registered now.</returns>
    public async Task<IReadOnlyList<CopyRow>?> RemoveAsync(RecordingCase @case, CancellationToken ct)
    {
        var uuid = UuidOf(@case);
        var copies = CopiesOf(@case).Where(copy => copy.State is CopyState.Present).ToList();
        var found = await zoom.CloudRecordings.FindAsync(uuid, ct);
        // Each file gets its receipt, a transcript that came late too.
        if (found is not null && found.Files.Any(file => !IsKnown(@case, file)))
        {
            await registration.RegisterAsync(found, ct);
            return null;
        }
        var there = found is not null || await IsInTrashAsync(@case, uuid, ct);
        foreach (var copy in copies)
            copy.Evidence ??= there ? EvidenceClass.DeletedInZoom : EvidenceClass.AbsentFromZoom;
        registrar.Audit("bot", "copy.removing", @case.Subject, after: CopyPlace.ZoomCloud, reason: copies[0].Evidence);
        // Known before the files go: a crash from here on is found as what it was.
        await registry.SaveChangesAsync(ct);
        // Whether Zoom deletes at once or only into its trash is not known: what is there afterwards is deleted again.
        if (there && await zoom.CloudRecordings.DeleteAsync(uuid, ct) && await IsInTrashAsync(@case, uuid, ct))
            await zoom.CloudRecordings.DeleteAsync(uuid, ct);
        await zoom.CloudRecordings.DeleteTranscriptAsync(uuid, ct);
        await zoom.CloudRecordings.DeleteSummaryAsync(uuid, ct);
        return copies;
    }

    /// <summary>
    /// Whether Zoom says in three places that nothing of it is there: at the instance, in its host's list, and in the trash. An answer that can't be had
    /// is none.
    /// </summary>
    public async Task<bool> IsGoneAsync(RecordingCase @case, CancellationToken ct)
    {
        var uuid = UuidOf(@case);
        if (await zoom.CloudRecordings.FindAsync(uuid, ct) is not null)
            return false;
        var (from, to) = HeldOn(@case);
        return !await HasAsync(zoom.CloudRecordings.ListForUserAsync(HostOf(@case), from, to, ct), uuid, ct)
            && !await IsInTrashAsync(@case, uuid, ct);
    }

    /// <summary>By the day on which it was held, or on which it was thrown away: by which of them Zoom lists its trash is not known.</summary>
    private async Task<bool> IsInTrashAsync(RecordingCase @case, MeetingUuid uuid, CancellationToken ct)
    {
        var (from, to) = HeldOn(@case);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (to < today.AddDays(-TrashDays))
        {
            if (await HasAsync(zoom.CloudRecordings.ListTrashAsync(HostOf(@case), from, to, ct), uuid, ct))
                return true;
            from = today.AddDays(-TrashDays);
        }
        return await HasAsync(zoom.CloudRecordings.ListTrashAsync(HostOf(@case), from, today, ct), uuid, ct);
    }

    private static (DateOnly From, DateOnly To) HeldOn(RecordingCase @case)
    {
        var day = DateOnly.FromDateTime(@case.Recording.RecordedAt!.Value.UtcDateTime);
        return (day.AddDays(-1), day.AddDays(1));
    }

    private static async Task<bool> HasAsync(IAsyncEnumerable<CloudRecording> recordings, MeetingUuid uuid, CancellationToken ct)
    {
        await foreach (var recording in recordings.WithCancellation(ct))
        {
            if (recording.Uuid == uuid)
                return true;
        }
        return false;
    }

    private static MeetingUuid UuidOf(RecordingCase @case) => new(@case.Recording.CloudUuid!);

    private static string HostOf(RecordingCase @case) =>
        @case.Meeting?.HostId ?? throw new StepException("host-unknown", "The meeting has no host in Zoom yet.");

    private static IEnumerable<CopyRow> CopiesOf(RecordingCase @case) =>
        @case.Copies.Select(entry => entry.Copy).Where(copy => copy.Place == CopyPlace.ZoomCloud);

    private static bool IsKnown(RecordingCase @case, CloudFile file) =>
        file.IsUnfinished || CopiesOf(@case).Any(copy => copy.Locator == CloudParts.KeyOf(file));
}
