using CanvasConnector;
using CanvasConnector.Errors;
using CanvasConnector.Users;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Mail;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>
/// Sends one person's message by every channel that leads to them: chat, Canvas conversation and, where it is set up, mail. What it says is read
/// afresh; what a channel took is written down at once, and no channel gets it twice.
/// </summary>
public sealed partial class DigestSender(
    RegistryContext registry,
    Registrar registrar,
    CaseReader cases,
    CourseBook courses,
    People people,
    Messenger messenger,
    CanvasClient canvas,
    Mailer mailer,
    DigestText text,
    ActivePack active,
    TimeProvider clock,
    ILogger<DigestSender> logger
)
{
    /// <summary>What was noted just now was read from Canvas just now.</summary>
    private static readonly TimeSpan StillFresh = TimeSpan.FromMinutes(1);

    /// <summary>How long a second channel is tried once a first has taken it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <summary>One attempt; what fails is tried again at the digest's next one.</summary>
    public async Task SendAsync(DigestRow digest, CancellationToken ct)
    {
        try
        {
            var rows = await registry.Warnings.Where(row => row.DigestId == digest.Id).ToListAsync(ct);
            var ending = await TrueOfAsync(digest, rows, ct);
            var done = ending.Count == 0 || await SendAsync(digest, ending, ct);
            if (ending.Count == 0 && !digest.Accepted.Any())
                registry.Digests.Remove(digest);
            else if (done)
                digest.NextAttemptAt = null;
            else if (digest.Accepted.Any() && digest.At + Patience <= clock.GetUtcNow())
                LeaveTheRest(digest);
            await registry.SaveChangesAsync(ct);
            Guid[] ids = [.. rows.Select(row => row.RecordingId)];
            await registrar.WakeAsync(row => ids.Contains(row.Id), ct);
        }
        catch (Exception fault) when (fault is CanvasException or DbUpdateException)
        {
            LogFailed(digest.Id, FaultName.Of(fault));
        }
    }

    /// <summary>What is still true of it; the rest is forgotten, unless somebody has heard it.</summary>
    private async Task<List<(RecordingCase Case, WarningRow Row)>> TrueOfAsync(
        DigestRow digest,
        List<WarningRow> rows,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var read = new Dictionary<Guid, RecordingCase?>();
        foreach (var id in rows.Select(row => row.RecordingId).Distinct())
            read[id] = await cases.ReadAsync(id, ct);
        if (digest.At + StillFresh <= now)
            await ReadCoursesAsync(read, ct);
        var ending = new List<(RecordingCase, WarningRow)>();
        foreach (var row in rows)
        {
            var before = TimeSpan.FromSeconds(row.BeforeSeconds);
            if (read[row.RecordingId] is { } @case && Tellings.IsTrue(@case.Facts, active.Pack, row.EndsAt, before, now))
                ending.Add((@case, row));
            else if (row.AcceptedAt is null)
                registry.Warnings.Remove(row);
        }
        return ending;
    }

    private async Task ReadCoursesAsync(Dictionary<Guid, RecordingCase?> read, CancellationToken ct)
    {
        var named = read
            .Values.OfType<RecordingCase>()
            .SelectMany(one => one.Further.Select(further => further.Id).Append(one.Recording.CourseId));
        foreach (var course in named.OfType<string>().Distinct(StringComparer.Ordinal).ToList())
            await courses.ReadAsync(course, ct);
        await registry.SaveChangesAsync(ct);
        foreach (var id in read.Keys.ToList())
            read[id] = await cases.ReadAsync(id, ct);
    }

    /// <summary>True once every channel has taken it, or never will.</summary>
    private async Task<bool> SendAsync(DigestRow digest, List<(RecordingCase Case, WarningRow Row)> ending, CancellationToken ct)
    {
        var person = digest.PersonId is { } id ? await people.FindAsync(id, ct) : null;
        if (person is not null && digest.ChatAcceptedAt is null)
            await ByChatAsync(digest, person, ending, ct);
        var user = digest.CanvasUserId ?? person?.Links.Find(link => link.Kind == LinkKind.Canvas)?.ExternalId;
        var address = person?.Links.Find(link => link.Kind == LinkKind.Mail)?.ExternalId;
        var mailed = address is null || !mailer.IsSetUp || await ByMailAsync(digest, person!, address, ending, ct);
        try
        {
            return (user is null || await ByCanvasAsync(digest, user, person?.Language, ending, ct)) && mailed;
        }
        catch (CanvasException fault)
        {
            LogFailed(digest.Id, FaultName.Of(fault));
            return false;
        }
    }

    private async Task ByChatAsync(
        DigestRow digest,
        PersonRow person,
        List<(RecordingCase Case, WarningRow Row)> ending,
        CancellationToken ct
    )
    {
        await using var transaction = await registry.Database.BeginTransactionAsync(ct);
        await messenger.TellAsync(person.Id, text.Of(ending), ct, $"digest {digest.Id}");
        digest.ChatAcceptedAt = clock.GetUtcNow();
        await TakenAsync(digest, ending, "chat", ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<bool> ByCanvasAsync(
        DigestRow digest,
        string user,
        string? language,
        List<(RecordingCase Case, WarningRow Row)> ending,
        CancellationToken ct
    )
    {
        if (digest.CanvasAcceptedAt is not null)
            return true;
        if (digest.CanvasTriedAt is null || !await WasSentAsync(digest, ct))
        {
            digest.CanvasTriedAt ??= clock.GetUtcNow();
            await registry.SaveChangesAsync(ct);
            var sent = await canvas.Conversations.SendAsync(
                [new CanvasId<CanvasUser>(user)],
                text.SubjectOf(ending.Count, digest.Reference, language),
                text.LetterOf(ending, language),
                ct: ct
            );
            if (sent.IsEmpty)
                return false;
        }
        digest.CanvasAcceptedAt = clock.GetUtcNow();
        await TakenAsync(digest, ending, "canvas", ct);
        return true;
    }

    /// <summary>Whether a call whose answer was lost had sent it: no other message bears its reference.</summary>
    private async Task<bool> WasSentAsync(DigestRow digest, CancellationToken ct)
    {
        await foreach (var sent in canvas.Conversations.ListSentAsync(ct))
        {
            if (sent.Subject?.Contains(digest.Reference, StringComparison.Ordinal) == true)
                return true;
        }
        return false;
    }

    private async Task<bool> ByMailAsync(
        DigestRow digest,
        PersonRow person,
        string address,
        List<(RecordingCase Case, WarningRow Row)> ending,
        CancellationToken ct
    )
    {
        if (digest.MailTriedAt is not null)
            return true;
        digest.MailTriedAt = clock.GetUtcNow();
        await registry.SaveChangesAsync(ct);
        var subject = text.SubjectOf(ending.Count, digest.Reference, person.Language);
        switch (await mailer.SendAsync(address, subject, text.LetterOf(ending, person.Language), digest.Id, ct))
        {
            case MailOutcome.Accepted:
                digest.MailAcceptedAt = clock.GetUtcNow();
                await TakenAsync(digest, ending, "mail", ct);
                return true;
            case MailOutcome.NotGiven:
                digest.MailTriedAt = null;
                await registry.SaveChangesAsync(ct);
                return false;
            default:
                return true;
        }
    }

    private async Task TakenAsync(DigestRow digest, List<(RecordingCase Case, WarningRow Row)> ending, string channel, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var (_, row) in ending.Where(one => one.Row.AcceptedAt is null))
            (row.AcceptedAt, row.Channel) = (now, channel);
        registrar.Audit("bot", "warnings.sent", SubjectOf(digest), after: $"digest:{digest.Id} {channel} {ending.Count}");
        await registry.SaveChangesAsync(ct);
    }

    /// <summary>The channels that didn't take it in all that time never will: the log names those that did.</summary>
    private void LeaveTheRest(DigestRow digest)
    {
        digest.NextAttemptAt = null;
        registrar.Audit("bot", "warnings.left", SubjectOf(digest), after: $"digest:{digest.Id} {string.Join(' ', digest.Accepted)}");
    }

    private static string SubjectOf(DigestRow digest) =>
        digest.PersonId is { } person ? Subject.Person(person) : $"canvas-user:{digest.CanvasUserId}";

    [LoggerMessage(LogLevel.Warning, "expiry: message {Digest} about recordings that end could not be sent ({Fault}); it is tried again")]
    private partial void LogFailed(Guid digest, string fault);
}
