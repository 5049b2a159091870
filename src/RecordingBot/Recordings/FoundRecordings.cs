using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>What is written down of a recording that was found, wherever it lies. The caller saves.</summary>
public sealed class FoundRecordings(
    RegistryContext registry,
    Registrar registrar,
    GovernanceStart start,
    ActivePack active,
    TimeProvider clock
)
{
    /// <summary>The decision on which a recording of a meeting rests where it lies; null where none allows it there.</summary>
    public async Task<DecisionRow?> DecisionOfAsync(MeetingRow meeting, bool inCloud, CancellationToken ct) =>
        await registry.Decisions.FindAsync([meeting.DecisionId], ct) is { Outcome: "approved" } decision
        && (!inCloud || StoredDecision.Read(decision).AllowsCloud)
            ? decision
            : null;

    /// <summary>Adds a recording that nobody expected: to the inventory where it was there before governance began and no decision covers it.</summary>
    /// <param name="meeting">Of which meeting.</param>
    /// <param name="decision">What it rests on; null where there is none.</param>
    /// <param name="began">When it began, as the place says in which it was found.</param>
    public RecordingRow Add(MeetingRow meeting, DecisionRow? decision, DateTimeOffset began)
    {
        var now = clock.GetUtcNow();
        var recording = new RecordingRow
        {
            Id = Guid.CreateVersion7(now),
            Topic = meeting.Topic,
            State = RecordingState.Registered,
            InventoriedAt = decision is null && start.IsAfter(began) ? now : null,
            RecordedAt = began,
            NextCheckAt = now,
            CreatedAt = now,
        };
        Place(recording, meeting, decision);
        registry.Recordings.Add(recording);
        return recording;
    }

    /// <summary>Puts a recording with the meeting that it is of, whose host answers for it.</summary>
    /// <param name="recording">Which one.</param>
    /// <param name="meeting">Of which meeting.</param>
    /// <param name="decision">What it rests on; null where there is none: unexplained then, unless it is in the inventory.</param>
    public void Place(RecordingRow recording, MeetingRow meeting, DecisionRow? decision)
    {
        (recording.MeetingId, recording.CourseId) = (meeting.Id, meeting.CourseId);
        if (meeting.Topic.Length > 0)
            recording.Topic = meeting.Topic;
        recording.RecorderId = meeting.HostPersonId ?? recording.RecorderId;
        (recording.DecisionId, recording.Unexplained) = (decision?.Id, decision is null && recording.InventoriedAt is null);
        recording.Limited = decision is not null && StoredDecision.Read(decision).IsLimited(active.Pack);
    }

    /// <summary>Adds a part with the copy in which it was found.</summary>
    /// <param name="part">New, with its recording's id.</param>
    /// <param name="place">Where the copy lies.</param>
    /// <param name="locator">Where there.</param>
    public void AddPart(PartRow part, string place, string locator)
    {
        part.Copies.Add(
            new()
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PartId = part.Id,
                Place = place,
                Locator = locator,
            }
        );
        // Made here and not by the database: said so, or the context takes rows with an id for known ones.
        registry.Parts.Add(part);
    }

    /// <summary>What was expected has come: nobody is asked for it any more.</summary>
    public async Task ArriveAsync(RecordingRow recording, CancellationToken ct)
    {
        if (recording.State is not RecordingState.Expected || recording.Parts.Count == 0)
            return;
        recording.State = RecordingState.Registered;
        await registrar.CloseTaskAsync(TaskKind.MissingFile, Subject.Recording(recording.Id), "done", "bot", ct);
    }

    /// <summary>Asks whoever answers for an unexplained recording, as it is now: justified by a decision, or deleted.</summary>
    public async Task AskAsync(RecordingRow recording, CancellationToken ct)
    {
        var role = recording.RecorderId is null ? Role.Operator : Role.Dpo;
        var task = await registrar.OpenTaskAsync(
            TaskKind.Unexplained,
            Subject.Recording(recording.Id),
            role,
            recording.RecorderId,
            "justify delete",
            ct,
            recording.Topic
        );
        (task.PersonId, task.Role) = (recording.RecorderId, role);
    }
}
