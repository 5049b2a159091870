using Microsoft.EntityFrameworkCore;
using RecordingAgent.Watching;
using RecordingBot.Channels;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// Registers what an agent has seen, tied to its meeting's decision. What belongs to none is registered all the same, as unexplained, and
/// its recorder is asked: registering fails open (I14).
/// </summary>
public sealed class RecordingRegistration(
    RegistryContext registry,
    MeetingMatch match,
    FoundRecordings found,
    Registrar registrar,
    IncidentBook incidents,
    Messenger messenger,
    SecondCopies secondCopies,
    Transit transit,
    TimeProvider clock
)
{
    /// <summary>The recording's id; the same folder again is the same recording, with whatever parts are new.</summary>
    public async Task<Guid> RegisterAsync(SeenRecording seen, CancellationToken ct)
    {
        var recording = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .FirstOrDefaultAsync(
                row => row.DeviceId == seen.DeviceId && row.RootId == seen.RootId && row.Folder == seen.RelativeFolder,
                ct
            );
        var first = recording is null;
        recording ??= await TieAsync(seen, ct);
        recording.Complete = seen.IsComplete;
        var added = AddParts(recording, seen);
        await found.ArriveAsync(recording, ct);
        if (added > 0)
            registrar.Audit("agent:" + seen.DeviceId, "recording.registered", Subject.Recording(recording.Id), after: $"{added} parts");
        if (first && recording.Unexplained)
            await AskAsync(recording, ct);
        if (added > 0 && recording.InventoriedAt is null)
            await secondCopies.NoteAsync(recording, ct);
        await RenewFurtherAsync(recording, ct);
        await transit.BeginAsync(recording, await registry.Decisions.FindAsync([recording.DecisionId], ct), ct);
        await registry.SaveChangesAsync(ct);
        await registrar.WakeAsync(row => row.Id == recording.Id || row.SourceId == recording.Id, ct);
        await TellAsync(recording, ct);
        return recording.Id;
    }

    /// <summary>The recording that was expected of its meeting; else a new one.</summary>
    private async Task<RecordingRow> TieAsync(SeenRecording seen, CancellationToken ct)
    {
        var startedAt = match.InstantOf(seen.StartedAtLocal);
        var meeting = await match.FindAsync(seen.ZoomMeetingNumber, seen.Topic, startedAt, ct);
        var expected = meeting is null
            ? null
            : await registry
                .Recordings.Include(row => row.Parts)
                .FirstOrDefaultAsync(row => row.MeetingId == meeting.Id && row.State == RecordingState.Expected && row.Folder == null, ct);
        // Its approval was taken back before the file came: somebody has to answer for it.
        if (expected is not null && meeting!.DecisionId is null)
            (expected.DecisionId, expected.Unexplained) = (null, true);
        var recording = expected ?? await AddAsync(seen, meeting, startedAt, ct);
        (recording.DeviceId, recording.RootId, recording.Folder, recording.RecordedAt) = (
            seen.DeviceId,
            seen.RootId,
            seen.RelativeFolder,
            startedAt
        );
        return recording;
    }

    private async Task<RecordingRow> AddAsync(SeenRecording seen, MeetingRow? meeting, DateTimeOffset startedAt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var owner = await match.OwnerAsync(ct);
        meeting ??= AddMeeting(seen, startedAt, owner, now);
        // A second session folder of an approved meeting stands under the same decision.
        var recording = found.Add(meeting, await found.DecisionOfAsync(meeting, inCloud: false, ct), startedAt);
        if (recording.Topic.Length == 0)
            recording.Topic = Texts.Bounded(seen.Topic, 200);
        recording.RecorderId ??= owner?.Id;
        return recording;
    }

    /// <summary>A recording of a meeting that Zoom never told of: the folder's name is all there is.</summary>
    private MeetingRow AddMeeting(SeenRecording seen, DateTimeOffset startedAt, PersonRow? owner, DateTimeOffset now)
    {
        var length = seen.Parts.Max(part => part.Duration) ?? TimeSpan.Zero;
        var meeting = new MeetingRow
        {
            Id = Guid.CreateVersion7(now),
            Platform = "zoom",
            Topic = Texts.Bounded(seen.Topic, 200),
            HostPersonId = owner?.Id,
            StartsAt = startedAt,
            StartedAt = startedAt,
            EndsAt = startedAt + length,
            EndedAt = startedAt + length,
            CreatedAt = now,
        };
        registry.Meetings.Add(meeting);
        registrar.Audit("agent:" + seen.DeviceId, "meeting.registered", Subject.Meeting(meeting.Id));
        return meeting;
    }

    private static void Renew(RecordingRow recording, PartRow known, (long Size, string Sha256, TimeSpan? Duration) file)
    {
        (known.Size, known.Sha256, known.Duration) = file;
        recording.CanvasOutdated |= known.Copies.Exists(copy => copy is { Place: CopyPlace.Canvas, State: CopyState.Present });
    }

    /// <summary>What is shown in further courses is this recording's video: written anew, it is replaced there too.</summary>
    private async Task RenewFurtherAsync(RecordingRow recording, CancellationToken ct)
    {
        var further = await registry
            .Recordings.Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Where(row => row.SourceId == recording.Id && row.State != RecordingState.Deleted)
            .ToListAsync(ct);
        if (recording.MainVideo() is not { } video)
            return;
        foreach (var row in further)
        foreach (var known in row.Parts.Where(known => known.Sha256 != video.Sha256))
            Renew(row, known, (video.Size, video.Sha256, video.Duration));
    }

    private int AddParts(RecordingRow recording, SeenRecording seen)
    {
        var added = 0;
        foreach (var part in seen.Parts)
        {
            if (
                recording.Parts.Exists(known =>
                    known.Copies.Exists(copy => copy.Locator == part.RelativePath) && known.Sha256 == part.Sha256
                )
            )
                continue;
            added++;
            if (Rewritten(recording, part) is { } known)
            {
                Renew(recording, known, (part.Size, part.Sha256, part.Duration));
                continue;
            }
            var row = new PartRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                RecordingId = recording.Id,
                Kind = WireName.Of(part.Kind),
                Name = Texts.Bounded(part.Name, 255),
                Size = part.Size,
                Sha256 = part.Sha256,
                Duration = part.Duration,
            };
            found.AddPart(row, CopyPlace.RecorderComputer, part.RelativePath);
        }
        return added;
    }

    /// <summary>The part whose file has been written anew, as Zoom does where a broken conversion is started again, or a person who has removed something; null where there is none.</summary>
    private static PartRow? Rewritten(RecordingRow recording, SeenPart part) =>
        recording.Parts.Find(known =>
            known.Copies.Exists(copy =>
                copy is { Place: CopyPlace.RecorderComputer, State: CopyState.Present } && copy.Locator == part.RelativePath
            )
        );

    private async Task AskAsync(RecordingRow recording, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await found.AskAsync(recording, ct);
        incidents.Open(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = recording.MeetingId,
                RecordingId = recording.Id,
                Kind = IncidentKind.WithoutDecision,
                At = now,
                OwnerId = recording.RecorderId,
            },
            "bot"
        );
    }

    private async Task TellAsync(RecordingRow recording, CancellationToken ct)
    {
        // What lies in the inventory is nobody's news; what was taken in its owner has been told of, with the rest of the portion.
        if (recording.RecorderId is not { } person || recording is not { InventoriedAt: null, TakenInAt: null })
            return;
        var text = recording.Unexplained
            ? new ChatText(
                "Unexplained",
                [recording.RecordedAt!.Value, recording.Topic],
                [new("Justify", "justify"), new("Delete", "delete")]
            )
            {
                Asks = new(null),
            }
            : ChatText.Of("RecordingRegistered", recording.Topic, recording.Parts.Count);
        // Told once, also where a crash came between the rows and this message: the agent tells of the folder again.
        await messenger.TellAsync(person, text, ct, $"registered {recording.Id}");
        await transit.TellAsync(recording, "opened", ct);
        var subject = Subject.Recording(recording.Id);
        if (await registry.Tasks.AnyAsync(task => task.Kind == TaskKind.SecondCopy && task.Subject == subject && task.ClosedAt == null, ct))
            await messenger.TellAsync(person, ChatText.Of("SecondCopy", recording.Topic), ct, $"second-copy {recording.Id}");
    }
}
