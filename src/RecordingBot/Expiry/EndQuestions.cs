using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingPolicy.Expiry;

namespace RecordingBot.Expiry;

/// <summary>A question to the data protection officer about a recording's end: a task with the words of whoever asks. The end stands meanwhile.</summary>
public sealed class EndQuestions(ActDesk desk, RegistryContext registry, Registrar registrar, Sight sight)
{
    /// <summary>Asks. A question that is open already is answered first.</summary>
    public Task<ActResult> AskAsync(Guid recordingId, string? question, Caller by, CancellationToken ct) =>
        desk.RunAsync(
            recordingId,
            by,
            async recording =>
            {
                if (by.PersonId is not { } person || !await sight.AnswersForAsync(by, recording, ct))
                    return new ActResult.Forbidden(ActTexts.OnlyTeachers);
                if (ActTexts.Reason(question, out var words) is ActResult.Invalid wrong)
                    return wrong with { Field = "question" };
                if (recording.State is RecordingState.Deleted)
                    return new ActResult.Refused(ActTexts.Deleted);
                var subject = Subject.Recording(recording.Id);
                if (
                    await registry.Tasks.AnyAsync(
                        row => row.Kind == TaskKind.EndQuestion && row.Subject == subject && row.ClosedAt == null,
                        ct
                    )
                )
                    return new ActResult.Refused(ActTexts.Named("Act_QuestionOpen"));
                await registrar.OpenTaskAsync(
                    TaskKind.EndQuestion,
                    subject,
                    Role.Dpo,
                    null,
                    EndQuestionAnswer.Reply,
                    ct,
                    recording.Topic,
                    words,
                    person.ToString()
                );
                registrar.Audit(by.Actor, "expiry.asked", subject);
                return new ActResult.Done();
            },
            ct
        );
}
