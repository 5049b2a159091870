using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// The recorder lets a named colleague open the recording's own record, and takes that back (<c>storage.access-granted</c>). An access always has
/// an end or a review date.
/// </summary>
public sealed class ColleagueActs(
    ActDesk desk,
    RegistryContext registry,
    Registrar registrar,
    People people,
    Messenger messenger,
    ActivePack active,
    TimeProvider clock
)
{
    private const string Rule = "storage.access-granted";

    /// <summary>Whether the rules of the house have such access.</summary>
    public bool Offered => active.Pack.Has(Rule);

    /// <summary>Lets a colleague in, or changes until when.</summary>
    public Task<ActResult> GrantAsync(
        Guid recordingId,
        string? account,
        DateOnly? until,
        DateOnly? reviewOn,
        Caller by,
        CancellationToken ct
    ) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (Hindrance(recording, by) is { } hindrance)
                    return hindrance;
                var today = active.Pack.DayOf(clock.GetUtcNow());
                if (until <= today)
                    return new ActResult.Invalid("until", ActTexts.UntilIsPast);
                if (reviewOn <= today)
                    return new ActResult.Invalid("reviewOn", ActTexts.ReviewIsPast);
                var colleague = string.IsNullOrWhiteSpace(account) ? null : await people.FindByAccountAsync(account.Trim(), ct);
                if (colleague is null or { LeftAt: not null } || !IsEmployee(colleague) || colleague.Id == by.PersonId)
                    return new ActResult.Invalid("account", ActTexts.Named("Act_ColleagueUnknown"));
                await GrantAsync(recording, colleague, until, reviewOn, by, ct);
                return new ActResult.Done();
            },
            ct
        );

    /// <summary>Takes a colleague's access back; harmless where there is none.</summary>
    public Task<ActResult> EndAsync(Guid recordingId, string? account, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (Hindrance(recording, by) is { } hindrance)
                    return hindrance;
                var colleague = await people.FindByAccountAsync(account?.Trim() ?? "", ct);
                if (colleague is not null && await FindAsync(recording.Id, colleague.Id, ct) is { } row)
                {
                    (row.EndedAt, row.DueAt) = (clock.GetUtcNow(), null);
                    registrar.Audit(by.Actor, "access.ended", Subject.Recording(recording.Id), Subject.Person(row.PersonId));
                }
                return new ActResult.Done();
            },
            ct
        );

    private async Task GrantAsync(
        RecordingRow recording,
        PersonRow colleague,
        DateOnly? until,
        DateOnly? reviewOn,
        Caller by,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var row = await FindAsync(recording.Id, colleague.Id, ct);
        var isNew = row is null;
        if (row is null)
            registry.Colleagues.Add(
                row = new()
                {
                    Id = Guid.CreateVersion7(now),
                    RecordingId = recording.Id,
                    PersonId = colleague.Id,
                    GrantedBy = by.PersonId!.Value,
                    GrantedAt = now,
                }
            );
        var endsAt = until is { } last ? active.Pack.EndOf(last) : (DateTimeOffset?)null;
        var reviewAt =
            reviewOn is { } day ? active.Pack.EndOf(day)
            : endsAt is null ? active.Pack.AfterCalendar(now, active.Pack.AccessReview)
            : (DateTimeOffset?)null;
        // Said again with the same end: nothing new. A review without a day keeps the one that is set.
        if (!isNew && row.EndsAt == endsAt && (row.ReviewAt == reviewAt || (until is null && reviewOn is null)))
            return;
        (row.EndsAt, row.ReviewAt, row.AskedAt) = (endsAt, reviewAt, null);
        row.DueAt = ColleagueReviews.NextOf(row, active.Pack);
        registrar.Audit(
            by.Actor,
            "access.granted",
            Subject.Recording(recording.Id),
            after: $"{Subject.Person(colleague.Id)} {(endsAt is null ? "review" : "until")} {endsAt ?? reviewAt:O}"
        );
        if (isNew)
            await messenger.TellAsync(colleague.Id, ChatText.Of("AccessGranted", recording.Topic), ct, $"access {row.Id}");
    }

    private Task<ColleagueRow?> FindAsync(Guid recordingId, Guid personId, CancellationToken ct) =>
        registry.Colleagues.FirstOrDefaultAsync(
            row => row.RecordingId == recordingId && row.PersonId == personId && row.EndedAt == null,
            ct
        );

    private ActResult? Hindrance(RecordingRow recording, Caller by) =>
        !Offered ? new ActResult.Refused(ActTexts.Named("Act_NoColleagues"))
        : by.PersonId is null || recording.RecorderId != by.PersonId ? new ActResult.Forbidden(ActTexts.Named("Act_OnlyRecorderNames"))
        : recording.State is RecordingState.Deleted ? new ActResult.Refused(ActTexts.Deleted)
        : null;

    /// <summary>A student is no colleague.</summary>
    private static bool IsEmployee(PersonRow person) => person.Roles.Split(' ').Any(role => role is not (Role.Participant or ""));
}
