using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>Somebody has looked the access log over; what they found is theirs to act on, and their words stand in the log.</summary>
public sealed class LogReviewAnswer(Registrar registrar) : ITaskAnswer
{
    public string Kind => TaskKind.LogReview;

    public Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        registrar.Audit(Subject.Person(by.Id), "log.reviewed", task.Subject, said: answer.Reason);
        return Task.FromResult<string?>(null);
    }
}
