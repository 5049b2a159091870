using Microsoft.EntityFrameworkCore;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>The recorder's answer to the review: the colleagues who were asked about stay until the next one, or their access ends.</summary>
public sealed class AccessReviewAnswer(RegistryContext registry, Registrar registrar, ActivePack active, TimeProvider clock) : ITaskAnswer
{
    public string Kind => TaskKind.AccessReview;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var (now, keeps) = (clock.GetUtcNow(), answer.Answer == "keep");
        var asked = await registry
            .Colleagues.Where(row => row.RecordingId == task.RecordingId && row.EndedAt == null && row.AskedAt != null)
            .ToListAsync(ct);
        foreach (var row in asked)
        {
            (row.AskedAt, row.EndedAt) = (null, keeps ? null : now);
            row.ReviewAt = keeps ? active.Pack.AfterCalendar(now, active.Pack.AccessReview) : row.ReviewAt;
            row.DueAt = keeps ? ColleagueReviews.NextOf(row, active.Pack) : null;
            var (subject, colleague) = (Subject.Recording(row.RecordingId), Subject.Person(row.PersonId));
            if (keeps)
                registrar.Audit(Subject.Person(by.Id), "access.kept", subject, after: colleague);
            else
                registrar.Audit(Subject.Person(by.Id), "access.ended", subject, colleague, reason: "review");
        }
        return null;
    }
}
