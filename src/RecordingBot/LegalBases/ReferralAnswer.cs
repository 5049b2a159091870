using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;

namespace RecordingBot.LegalBases;

/// <summary>
/// The data protection officer's answer to a referral. An approval decides again, on exactly the facts that were referred and with the answer's
/// reference in them; conditions stand with that decision. Declined, with a reason, the referred decision stays as it is and recording stays
/// closed. The teacher is told at once either way, and goes on where the talk stopped.
/// </summary>
public sealed class ReferralAnswer(
    RegistryContext registry,
    Registrar registrar,
    DecisionBook book,
    PackLibrary packs,
    People people,
    Messenger messenger,
    ReferralReturn talks
) : ITaskAnswer
{
    /// <summary>An approval as it stands.</summary>
    public const string Approve = "approve";

    /// <summary>An approval that is tied to something.</summary>
    public const string ApproveWithConditions = "approve-with-conditions";

    /// <summary>A refusal.</summary>
    public const string Decline = "decline";

    public string Kind => TaskKind.Referral;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (Missing(answer) is { } missing)
            return missing;
        if (task.MeetingId is not { } meetingId || await registry.Meetings.FindAsync([meetingId], ct) is not { } meeting)
            return "Act_AnsweredAlready";
        if (
            await book.NewestAsync(meetingId, ct) is not { Outcome: "referred" } referred
            || await people.FindAsync(referred.DecidedBy, ct) is not { } teacher
        )
            return "Act_AnsweredAlready";
        return answer.Answer == Decline
            ? await DeclineAsync(task, answer, referred, meeting, by, ct)
            : await ApproveAsync(task, answer, referred, meeting, teacher, by, ct);
    }

    /// <summary>What the answer lacks, or holds that isn't kept (<c>purpose.minimised-text</c>); null where it is whole.</summary>
    private static string? Missing(TaskAnswer answer) =>
        answer.Answer == Decline && string.IsNullOrWhiteSpace(answer.Reason) ? "Act_ReasonMissing"
        : answer.Answer == ApproveWithConditions && string.IsNullOrWhiteSpace(answer.Conditions) ? "Act_ConditionsMissing"
        : PersonalData.IsIn(answer.Reason ?? "") ? "Act_ReasonPersonal"
        : PersonalData.IsIn(answer.Conditions ?? "") ? "Act_ConditionsPersonal"
        : PersonalData.IsIn(answer.Reference ?? "") ? "Act_ReferencePersonal"
        : null;

    private async Task<string?> ApproveAsync(
        TaskRow task,
        TaskAnswer answer,
        DecisionRow referred,
        MeetingRow meeting,
        PersonRow teacher,
        PersonRow by,
        CancellationToken ct
    )
    {
        var reference = string.IsNullOrWhiteSpace(answer.Reference) ? $"task:{task.Id}" : answer.Reference.Trim();
        var judgement = Approved(referred, reference);
        // Some referrals only another body can answer (research.ethics): then nothing is approved, and the task stays.
        if (judgement.Decision?.Outcome is not Outcome.Approved)
            return "Act_ReferralNeedsMore";
        var conditions = answer.Answer == ApproveWithConditions ? answer.Conditions!.Trim() : null;
        await book.KeepAsync(meeting, judgement, teacher, "task", ct, conditions);
        task.AnsweredBy = by.Id;
        registrar.Audit(
            Subject.Person(by.Id),
            "referral.approved",
            task.Subject,
            after: referred.Id.ToString(),
            said: conditions ?? answer.Reason
        );
        // Book and desk close the same task: what the officer said is what stands on it.
        task.Answer = answer.Answer;
        await messenger.TellAsync(
            teacher.Id,
            conditions is null
                ? ChatText.Of("ReferralApproved", meeting.Topic, answer.Reason ?? "")
                : ChatText.Of("ReferralApprovedWithConditions", meeting.Topic, conditions, answer.Reason ?? ""),
            ct
        );
        return null;
    }

    private async Task<string?> DeclineAsync(
        TaskRow task,
        TaskAnswer answer,
        DecisionRow referred,
        MeetingRow meeting,
        PersonRow by,
        CancellationToken ct
    )
    {
        task.AnsweredBy = by.Id;
        registrar.Audit(Subject.Person(by.Id), "referral.declined", task.Subject, after: referred.Id.ToString(), said: answer.Reason);
        await messenger.TellAsync(referred.DecidedBy, ChatText.Of("ReferralDeclined", meeting.Topic, answer.Reason!), ct);
        if (await talks.OpenAsync(referred, meeting, ct))
            await messenger.TellAsync(referred.DecidedBy, InterviewEnd.ChangeOffer, ct);
        return null;
    }

    /// <summary>The referred facts, to the letter, with the approval that was given for them.</summary>
    private Judgement Approved(DecisionRow referred, string reference)
    {
        var request = JsonNode.Parse(referred.Request)!.AsObject();
        request["approvals"]!["dpo"] = reference;
        return Judgement.Of(JsonSerializer.SerializeToElement(request), packs.Packs);
    }
}
