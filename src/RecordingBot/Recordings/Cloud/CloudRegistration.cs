using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;
using ZoomConnector;
using ZoomConnector.CloudRecordings;

namespace RecordingBot.Recordings.Cloud;

/// <summary>
/// Registers what an instance left in Zoom's cloud, as Zoom shows it now: any order of events and looks, and any repetition, ends in the same rows
/// (I4). Where its decision keeps it there it is the meeting's recording; else it is unexplained, its host is told, and where the gate rules the
/// host it goes from there when nobody justifies it in time.
/// </summary>
public sealed class CloudRegistration(
    RegistryContext registry,
    ZoomClient zoom,
    MeetingBook book,
    GovernedHosts governed,
    FoundRecordings found,
    CloudIncidents incidents,
    Registrar registrar,
    Messenger messenger,
    TimeProvider clock
)
{
    /// <summary>When a meeting that Zoom doesn't call over is taken to be over.</summary>
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromDays(2);

    /// <summary>Registers it, or what is new of it.</summary>
    public async Task RegisterAsync(CloudRecording seen, CancellationToken ct)
    {
        // What Zoom still works on comes with a later look.
        CloudFile[] files = [.. seen.Files.Where(file => !file.IsUnfinished)];
        if (files.Length == 0)
            return;
        var uuid = seen.Uuid.Value;
        var recording = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .FirstOrDefaultAsync(row => row.CloudUuid == uuid && row.State != RecordingState.Deleted, ct);
        if (recording is null && !await IsStillThereAsync(seen, ct))
            return;
        var first = recording is null;
        recording ??= await TieAsync(seen, ct);
        var added = AddParts(recording, files);
        await found.ArriveAsync(recording, ct);
        if (added > 0)
            registrar.Audit("zoom", "recording.registered", Subject.Recording(recording.Id), after: $"{added} parts");
        if (first && recording.Unexplained)
            await found.AskAsync(recording, ct);
        if (first)
            await incidents.FoundAsync(recording, ct);
        if (registry.ChangeTracker.HasChanges())
        {
            await registry.SaveChangesAsync(ct);
            await registrar.WakeAsync(row => row.Id == recording.Id, ct);
        }
        await TellAsync(recording, seen.HostId, ct);
    }

    /// <summary>What we have deleted may stand in a list that was read before: then it is asked for once more.</summary>
    private async Task<bool> IsStillThereAsync(CloudRecording seen, CancellationToken ct)
    {
        var uuid = seen.Uuid.Value;
        return !await registry.Recordings.AnyAsync(row => row.CloudUuid == uuid, ct)
            || await zoom.CloudRecordings.FindAsync(seen.Uuid, ct) is not null;
    }

    /// <summary>The recording that was expected of its meeting, where its decision keeps it in the cloud; else a new one.</summary>
    private async Task<RecordingRow> TieAsync(CloudRecording seen, CancellationToken ct)
    {
        var meeting = await MeetingAsync(seen, ct);
        var (decision, began) = (await found.DecisionOfAsync(meeting, inCloud: true, ct), seen.StartTime.ToUniversalTime());
        var recording =
            (
                decision is not null
                    ? await registry
                        .Recordings.Include(row => row.Parts)
                            .ThenInclude(part => part.Copies)
                        .FirstOrDefaultAsync(
                            row => row.MeetingId == meeting.Id && row.State == RecordingState.Expected && row.Folder == null,
                            ct
                        )
                    : null
            ) ?? found.Add(meeting, decision, began);
        (recording.CloudUuid, recording.RecordedAt, recording.Complete) = (seen.Uuid.Value, began, true);
        return recording;
    }

    private async Task<MeetingRow> MeetingAsync(CloudRecording seen, CancellationToken ct)
    {
        var past = await zoom.Meetings.GetPastAsync(seen.Uuid, ct);
        var started = (past?.StartTime ?? seen.StartTime).ToUniversalTime();
        var ended =
            past?.EndTime.ToUniversalTime()
            ?? (started + LongestMeeting < clock.GetUtcNow() ? started + (seen.Duration ?? TimeSpan.Zero) : null);
        return await book.InstanceAsync(seen, started, ended, ct);
    }

    private int AddParts(RecordingRow recording, IEnumerable<CloudFile> files)
    {
        var added = 0;
        foreach (var file in files.DistinctBy(CloudParts.KeyOf, StringComparer.Ordinal))
        {
            var key = CloudParts.KeyOf(file);
            if (
                recording.Parts.Find(part => part.Copies.Exists(copy => copy.Place == CopyPlace.ZoomCloud && copy.Locator == key)) is
                { } known
            )
            {
                if (file.FileSize > 0)
                    known.Size = file.FileSize;
                continue;
            }
            added++;
            var part = new PartRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                RecordingId = recording.Id,
                Kind = CloudParts.KindOf(file),
                Name = CloudParts.NameOf(file),
                Size = file.FileSize,
                // Zoom tells no hash, and the file is never fetched.
                Sha256 = "",
                Duration = CloudParts.DurationOf(file),
            };
            found.AddPart(part, CopyPlace.ZoomCloud, key);
        }
        return added;
    }

    /// <summary>Told once, also where a crash came between the rows and this message: the next look tells it.</summary>
    private async Task TellAsync(RecordingRow recording, string? host, CancellationToken ct)
    {
        if (recording.RecorderId is not { } person || recording is not { InventoriedAt: null, TakenInAt: null })
            return;
        var text = recording.Unexplained
            ? new ChatText(
                host is not null && await governed.IsRuledAsync(host, ct) ? "CloudUnexplained" : "CloudUnexplainedKept",
                [recording.RecordedAt!.Value, recording.Topic],
                [new("Justify", "justify"), new("Delete", "delete")]
            )
            {
                Asks = new(null),
            }
            : ChatText.Of("CloudRegistered", recording.Topic);
        await messenger.TellAsync(person, text, ct, $"registered {recording.Id}");
    }
}
