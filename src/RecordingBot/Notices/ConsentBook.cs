using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>
/// Keeps the answers that are given on a notice's page (<c>consent.kept</c>). The same answer again changes nothing. A no takes back every yes
/// under that name, whichever browser it came from: withdrawing asks for no more than consenting did (GDPR 7(3)).
/// </summary>
public sealed class ConsentBook(
    RegistryContext registry,
    ParticipantNames names,
    Withdrawals withdrawals,
    Registrar registrar,
    Doorbell doorbell,
    TimeProvider clock
)
{
    private const string Channel = "notice-page";

    /// <summary>The answers of one browser that stand, by purpose.</summary>
    public async Task<IReadOnlyDictionary<ConsentKind, ConsentRow>> OfBrowserAsync(Guid meeting, string browser, CancellationToken ct)
    {
        var key = names.OfBrowser(meeting, browser);
        var rows = await registry
            .Consents.AsNoTracking()
            .Where(row => row.MeetingId == meeting && row.Browser == key && row.ReplacedAt == null)
            .ToListAsync(ct);
        return rows.ToDictionary(row => row.Kind);
    }

    /// <summary>Takes an answer to the version that stands, in one transaction with everything that follows from it.</summary>
    /// <returns>False where nobody could be told apart by it: no name was given, and the browser is not known.</returns>
    public async Task<bool> AnswerAsync(NoticeRow notice, ConsentAnswer answer, CancellationToken ct)
    {
        // Writers come one after the other: two clicks at the same moment are one answer.
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        var browser = names.OfBrowser(notice.MeetingId, answer.Browser);
        var rows = registry.Consents.Where(row => row.MeetingId == notice.MeetingId && row.ReplacedAt == null);
        var known = await rows.Where(row => row.Browser == browser).Select(row => row.Participant).FirstOrDefaultAsync(ct);
        if ((names.OfName(notice.MeetingId, answer.Name) ?? known) is not { } who)
            return false;
        var standing = await rows.Where(row => row.Browser == browser || row.Participant == who).ToListAsync(ct);

        foreach (var asked in StoredNotice.Read(notice).Asked)
        {
            if (answer.Choices.TryGetValue(asked.Kind, out var yes))
                await TakeAsync(notice, asked, answer.Language, (who, browser, yes), standing.FindAll(row => row.Kind == asked.Kind), ct);
        }
        await registry.SaveChangesAsync(ct);
        await registrar.WakeAsync(row => row.MeetingId == notice.MeetingId, ct);
        await transaction.CommitAsync(ct);
        // What rang before the commit may have looked too early.
        await doorbell.RingAsync<Reconciler>(ct);
        return true;
    }

    private async Task TakeAsync(
        NoticeRow notice,
        AskedConsent asked,
        string language,
        (string Who, string Browser, bool Yes) said,
        List<ConsentRow> standing,
        CancellationToken ct
    )
    {
        var mine = standing.Find(row => row.Browser == said.Browser);
        if (mine is not null && mine.Participant == said.Who && mine.Given == said.Yes && mine.Scope == notice.Scope)
            return;
        var now = clock.GetUtcNow();
        var takenBack = !said.Yes && standing.Exists(row => row.Given && row.Participant == said.Who);
        // One browser answers for one person: under another name than before, what it said before no longer counts.
        foreach (var row in standing.Where(row => row.Browser == said.Browser || (takenBack && row.Given)))
        {
            row.ReplacedAt = now;
            if (row.Given && takenBack)
                row.WithdrawnAt = now;
        }
        registry.Consents.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                MeetingId = notice.MeetingId,
                NoticeId = notice.Id,
                NoticeSha256 = notice.Sha256,
                Scope = notice.Scope,
                Kind = asked.Kind,
                Given = said.Yes,
                IsWithdrawal = takenBack,
                Wording = asked.Wording.In(language),
                Language = language,
                Channel = Channel,
                Participant = said.Who,
                Browser = said.Browser,
                At = now,
            }
        );
        registrar.Audit(
            "participant",
            said.Yes ? "consent.given"
                : takenBack ? "consent.withdrawn"
                : "consent.refused",
            Subject.Meeting(notice.MeetingId),
            after: $"notice:{notice.Id} {RecordingPolicy.WireName.Of(asked.Kind)}"
        );
        if (!said.Yes)
            await withdrawals.FollowAsync(notice.MeetingId, said.Who, asked.Kind, takenBack, ct);
    }
}
