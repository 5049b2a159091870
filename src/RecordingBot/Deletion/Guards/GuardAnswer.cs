using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingPolicy.Meetings;

namespace RecordingBot.Deletion.Guards;

/// <summary>The data protection officer wants removal to go on: the first of two.</summary>
public sealed class GuardAnswer(RegistryContext registry, Registrar registrar) : ITaskAnswer
{
    public const string Release = "release";

    public string Kind => TaskKind.GuardTripped;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (Missing(answer) is { } missing)
            return missing;
        if (await StandingAsync(registry, task, ct) is not { } guard)
            return "Act_AnsweredAlready";
        guard.ReleaseAskedBy = by.Id;
        registrar.Audit(Subject.Person(by.Id), "guard.release-asked", task.Subject, guard.Kind, said: answer.Reason);
        await registrar.OpenTaskAsync(
            TaskKind.GuardRelease,
            task.Subject,
            Role.CourseAdmin,
            null,
            $"{Release} {GuardReleaseAnswer.Keep}",
            ct,
            guard.Kind,
            answer.Reason!.Trim()
        );
        return null;
    }

    /// <summary>What the answer lacks; null where it is whole.</summary>
    internal static string? Missing(TaskAnswer answer) =>
        string.IsNullOrWhiteSpace(answer.Reason) ? "Act_ReasonMissing"
        : PersonalData.IsIn(answer.Reason) ? "Act_ReasonPersonal"
        : null;

    internal static Task<GuardRow?> StandingAsync(RegistryContext registry, TaskRow task, CancellationToken ct)
    {
        var kind = task.Subject[(task.Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return registry.Guards.FirstOrDefaultAsync(guard => guard.Kind == kind && guard.EndedAt == null, ct);
    }
}
