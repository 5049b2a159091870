using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Expiry;

/// <summary>What follows a hold's review: it stands until another day, or it is lifted.</summary>
public sealed class HoldReviewAnswer(RegistryContext registry, HoldActs holds) : ITaskAnswer
{
    /// <summary>It is still needed; with the day on which it is looked at next.</summary>
    public const string Keep = "keep-hold";

    /// <summary>It is needed no more.</summary>
    public const string Lift = "lift-hold";

    public string Kind => TaskKind.HoldReview;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        var recording = await registry.Recordings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == task.RecordingId, ct);
        if (recording is null)
            return "RecordingUnknown";
        if (answer.Answer == Lift)
            return Key(await holds.ReleaseAsync(recording.Id, by, ct));
        return answer.Until is not { } day
            ? "DayMissing"
            : Key(await holds.HoldAsync(recording.Id, recording.HoldKind, answer.Reason ?? recording.HoldReason, day, by, ct));
    }

    private static string? Key(ActResult result) =>
        result switch
        {
            ActResult.Done => null,
            ActResult.Forbidden => "Act_HeldByAnother",
            ActResult.Invalid { Field: "reason" } => "Act_ReasonPersonal",
            ActResult.Invalid => "Act_ReviewIsPast",
            _ => "RecordingUnknown",
        };
}
