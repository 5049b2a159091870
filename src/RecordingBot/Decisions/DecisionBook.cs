using System.Text.Json.Nodes;
using BotConnector.Activities;
using Microsoft.EntityFrameworkCore;
using RecordingBot.LegalBases;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Decisions;
using RecordingPolicy.Expiry;
using RecordingPolicy.Meetings;

namespace RecordingBot.Decisions;

/// <summary>Writes decisions down, with everything that follows from one, in one transaction.</summary>
public sealed class DecisionBook(
    RegistryContext registry,
    Registrar registrar,
    IncidentBook incidents,
    DecisionFollowUps followUps,
    Transit transit,
    ActivePack active,
    TimeProvider clock
)
{
    /// <summary>Answers that a data protection officer can give to a referral.</summary>
    public const string ReferralAnswers = "approve approve-with-conditions decline";

    /// <summary>Keeps a decision for a meeting. The same facts decided again by the same person under the same edition are the decision that is there.</summary>
    /// <param name="meeting">The meeting, tracked.</param>
    /// <param name="judgement">A request without personal texts, and its decision.</param>
    /// <param name="by">Who answers for the facts.</param>
    /// <param name="channel"><c>chat</c>, <c>http</c> or <c>task</c>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="dpoConditions">What the data protection officer ties the approval to; null for nothing.</param>
    public async Task<DecisionRow> KeepAsync(
        MeetingRow meeting,
        Judgement judgement,
        PersonRow by,
        string channel,
        CancellationToken ct,
        string? dpoConditions = null
    )
    {
        if (judgement.Request is not { } request || judgement.Decision is not { } decision || judgement.HasPersonalTexts)
            throw new ArgumentException("Only what could be read, and holds nobody's personal data, is kept.", nameof(judgement));

        // A task's answer already runs in a transaction; its desk commits.
        await using var own = registry.Database.CurrentTransaction is null ? await registry.Database.BeginTransactionAsync(ct) : null;
        var row = Row(meeting, request, decision, by, channel, dpoConditions);
        if (await NewestAsync(meeting.Id, ct) is { } newest && IsSame(newest, row) && !IsWithdrawn(meeting, newest))
        {
            row = newest;
            // Declined, and put to the officer again as it was: then it waits for an answer again.
            if (decision.Outcome is Outcome.Referred)
                await followUps.ReferredAsync(meeting, row, ct);
        }
        else
            await WriteAsync(meeting, request, decision, row, ct);
        await registry.SaveChangesAsync(ct);
        if (decision.Outcome is Outcome.Approved)
            await TieRecordingsAsync(meeting, row, ct);
        if (own is not null)
        {
            await own.CommitAsync(ct);
            await registrar.WakeAsync(recording => recording.MeetingId == meeting.Id, ct);
        }
        return row;
    }

    /// <summary>The newest decision for a meeting; null where there is none.</summary>
    public Task<DecisionRow?> NewestAsync(Guid meetingId, CancellationToken ct) =>
        registry.Decisions.Where(row => row.MeetingId == meetingId).OrderByDescending(row => row.DecidedAt).FirstOrDefaultAsync(ct);

    private DecisionRow Row(
        MeetingRow meeting,
        RecordingRequest request,
        Decision decision,
        PersonRow by,
        string channel,
        string? dpoConditions
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            MeetingId = meeting.Id,
            Request = Text(RequestJson.ToJson(request)),
            Answer = Text(DecisionJson.ToJson(decision)),
            Outcome = WireName.Of(decision.Outcome),
            Pack = active.Pack.Name,
            Edition = decision.Edition,
            DecidedBy = by.Id,
            DecidedAt = clock.GetUtcNow(),
            Channel = channel,
            DpoConditions = dpoConditions,
        };

    private static bool IsSame(DecisionRow one, DecisionRow other) =>
        (one.Request, one.Edition, one.DecidedBy, one.DpoConditions)
        == (other.Request, other.Edition, other.DecidedBy, other.DpoConditions);

    /// <summary>An approval that was taken back is made anew, also for the same facts.</summary>
    private static bool IsWithdrawn(MeetingRow meeting, DecisionRow newest) =>
        newest.Outcome == WireName.Of(Outcome.Approved) && meeting.DecisionId != newest.Id;

    private async Task WriteAsync(MeetingRow meeting, RecordingRequest request, Decision decision, DecisionRow row, CancellationToken ct)
    {
        var (subject, actor) = (Subject.Meeting(meeting.Id), Subject.Person(row.DecidedBy));
        registry.Decisions.Add(row);
        registrar.Audit(
            actor,
            "decision.made",
            subject,
            after: row.Outcome,
            reason: string.Join(' ', decision.Findings.Select(finding => finding.Rule))
        );
        switch (decision.Outcome)
        {
            case Outcome.Approved:
                registrar.Audit(actor, "decision.stands", subject, meeting.DecisionId?.ToString(), row.Id.ToString());
                meeting.DecisionId = row.Id;
                meeting.CourseId ??= request.Meeting.Course?.Id;
                await registrar.CloseTaskAsync(TaskKind.Referral, subject, "approve", actor, ct);
                await followUps.ApprovedAsync(meeting, row, ct);
                break;
            case Outcome.Referred:
                await followUps.ReferredAsync(meeting, row, ct);
                break;
            default:
                // What was referred is no longer what is asked for: nobody can answer it any more.
                await registrar.CloseTaskAsync(TaskKind.Referral, subject, "superseded", actor, ct);
                break;
        }
    }

    /// <summary>
    /// Every recording of the meeting that isn't gone now rests on this decision; where there is none, one is expected. Written by statements of their
    /// own, so that a step under way on the same row loses nothing.
    /// </summary>
    private async Task TieRecordingsAsync(MeetingRow meeting, DecisionRow decision, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // What lies in Zoom's cloud is explained only by a decision that keeps it there.
        var inCloud = StoredDecision.Read(decision).AllowsCloud;
        var living = registry.Recordings.Where(row =>
            row.MeetingId == meeting.Id && row.State != RecordingState.Deleted && (inCloud || row.CloudUuid == null)
        );
        var unexplained = await living.Where(row => row.Unexplained).Select(row => row.Id).ToListAsync(ct);
        var limited = StoredDecision.Read(decision).IsLimited(active.Pack);
        var ties = living.Where(row => row.DecisionId != decision.Id || row.Unexplained);
        foreach (var row in await ties.AsNoTracking().ToListAsync(ct))
            AuditTie(row, meeting, decision, limited, now);
        var tied = await ties.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.DecisionId, decision.Id)
                    .SetProperty(row => row.CourseId, row => row.SourceId == null ? meeting.CourseId : row.CourseId)
                    .SetProperty(row => row.Topic, meeting.Topic)
                    .SetProperty(row => row.Unexplained, false)
                    .SetProperty(row => row.TakenInAt, row => row.InventoriedAt == null ? row.TakenInAt : now)
                    .SetProperty(row => row.InventoriedAt, (DateTimeOffset?)null)
                    .SetProperty(row => row.Limited, limited)
                    .SetProperty(row => row.NextCheckAt, now)
                    .SetProperty(row => row.Wakes, row => row.Wakes + 1),
            ct
        );
        foreach (var id in unexplained)
        {
            await registrar.CloseTaskAsync(TaskKind.Unexplained, Subject.Recording(id), "justify", Subject.Person(decision.DecidedBy), ct);
            await incidents.CloseAllAsync(
                row => row.RecordingId == id,
                "justified",
                await registry.People.FindAsync([decision.DecidedBy], ct),
                ct
            );
        }
        if (tied == 0 && !await living.AnyAsync(ct))
            Expect(meeting, decision, limited, now);
        await registry.SaveChangesAsync(ct);
        await PutInTransitAsync(living, decision, ct);
    }

    /// <summary>The statement that ties a recording changes no tracked row: its entry says what it changes.</summary>
    private void AuditTie(RecordingRow recording, MeetingRow meeting, DecisionRow decision, bool limited, DateTimeOffset now)
    {
        var (actor, subject) = (Subject.Person(decision.DecidedBy), Subject.Recording(recording.Id));
        var entry = recording.Unexplained
            ? registrar.Audit(actor, "recording.explained", subject, after: decision.Id.ToString())
            : registrar.Audit(actor, "recording.tied", subject, recording.DecisionId?.ToString(), decision.Id.ToString());
        entry
            .With(nameof(RecordingRow.DecisionId), decision.Id)
            .With(nameof(RecordingRow.Unexplained), false)
            .With(nameof(RecordingRow.InventoriedAt), null)
            .With(nameof(RecordingRow.TakenInAt), recording.InventoriedAt is null ? recording.TakenInAt : now)
            .With(nameof(RecordingRow.Limited), limited)
            .With(nameof(RecordingRow.CourseId), recording.SourceId is null ? meeting.CourseId : recording.CourseId);
    }

    /// <summary>What was registered before its decision said where it is kept.</summary>
    private async Task PutInTransitAsync(IQueryable<RecordingRow> living, DecisionRow decision, CancellationToken ct)
    {
        var registered = await living
            .AsNoTracking()
            .Include(row => row.Parts)
                .ThenInclude(part => part.Copies)
            .Where(row => row.State != RecordingState.Expected)
            .ToListAsync(ct);
        foreach (var recording in registered)
        {
            await transit.BeginAsync(recording, decision, ct);
            await registry.SaveChangesAsync(ct);
            await transit.TellAsync(recording, "opened", ct);
        }
    }

    private void Expect(MeetingRow meeting, DecisionRow decision, bool limited, DateTimeOffset now)
    {
        var recording = new RecordingRow
        {
            Id = Guid.CreateVersion7(now),
            MeetingId = meeting.Id,
            DecisionId = decision.Id,
            CourseId = meeting.CourseId,
            Topic = meeting.Topic,
            RecorderId = meeting.HostPersonId,
            Limited = limited,
            State = RecordingState.Expected,
            EndReason = EndReason.Undecided,
            NextCheckAt = now,
            NextStep = Step.NothingUntil,
            NextStepReason = DueReason.Approved,
            CreatedAt = now,
        };
        registry.Recordings.Add(recording);
        registrar.Audit(
            Subject.Person(decision.DecidedBy),
            "recording.expected",
            Subject.Recording(recording.Id),
            after: decision.Id.ToString()
        );
    }

    private static string Text(JsonObject json) => json.ToJsonString(ActivityJson.Options);
}
