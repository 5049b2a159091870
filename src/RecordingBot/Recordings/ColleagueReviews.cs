using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Packs;

namespace RecordingBot.Recordings;

/// <summary>
/// Ends the access that has an end, and asks the recorder at its review whether it is still needed (<c>storage.access-granted</c>). No answer
/// within the pack's time ends it: what nobody stands for is not kept open.
/// </summary>
public sealed class ColleagueReviews(IServiceScopeFactory scopes, ActivePack active, TimeProvider clock) : DueOneByOne(scopes)
{
    /// <summary>When something is due for an access that has not ended.</summary>
    public static DateTimeOffset? NextOf(ColleagueRow row, PolicyPack pack)
    {
        var review = row.AskedAt is { } asked ? pack.AfterCalendar(asked, pack.Keep.MissingAnswer) : row.ReviewAt;
        return review is null || row.EndsAt < review ? row.EndsAt : review;
    }

    protected override Task<DateTimeOffset?> NextDueAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<RegistryContext>().Colleagues.MinAsync(row => row.DueAt, ct);

    /// <summary>One recording at a time: its question is one, however many colleagues it is about.</summary>
    protected override async Task<bool> RunOneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (registry, registrar) = (services.GetRequiredService<RegistryContext>(), services.GetRequiredService<Registrar>());
        var now = clock.GetUtcNow();
        var first = await registry.Colleagues.Where(row => row.DueAt <= now).OrderBy(row => row.DueAt).FirstOrDefaultAsync(ct);
        if (first is null)
            return false;
        var due = await registry.Colleagues.Where(row => row.RecordingId == first.RecordingId && row.DueAt <= now).ToListAsync(ct);
        var unanswered = false;
        var toAsk = false;
        foreach (var row in due)
        {
            if (row.EndsAt <= now || row.AskedAt is not null)
            {
                unanswered |= row.AskedAt is not null;
                End(registrar, row, row.EndsAt <= now ? "ended" : "unanswered");
            }
            else
            {
                (row.AskedAt, toAsk) = (now, true);
                row.DueAt = NextOf(row, active.Pack);
            }
        }
        if (unanswered && !toAsk)
            await registrar.CloseTaskAsync(TaskKind.AccessReview, Subject.Recording(first.RecordingId), "unanswered", "bot", ct);
        if (toAsk)
            await AskAsync(services, first.RecordingId, ct);
        await registry.SaveChangesAsync(ct);
        return true;
    }

    private void End(Registrar registrar, ColleagueRow row, string reason)
    {
        (row.EndedAt, row.DueAt) = (clock.GetUtcNow(), null);
        registrar.Audit("bot", "access.ended", Subject.Recording(row.RecordingId), Subject.Person(row.PersonId), reason: reason);
    }

    private static async Task AskAsync(IServiceProvider services, Guid recordingId, CancellationToken ct)
    {
        var recording = await services
            .GetRequiredService<RegistryContext>()
            .Recordings.AsNoTracking()
            .FirstAsync(row => row.Id == recordingId, ct);
        var task = await services
            .GetRequiredService<Registrar>()
            .OpenTaskAsync(
                TaskKind.AccessReview,
                Subject.Recording(recordingId),
                recording.RecorderId is null ? Role.Dpo : Role.Teacher,
                recording.RecorderId,
                "keep end",
                ct,
                recording.Topic
            );
        if (recording.RecorderId is { } recorder)
            await services
                .GetRequiredService<Messenger>()
                .TellAsync(recorder, ChatText.Of("AccessReview", recording.Topic), ct, $"access-review {task.Id}");
    }
}
