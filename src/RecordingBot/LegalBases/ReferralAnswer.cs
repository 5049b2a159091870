using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.LegalBases;

/// <summary>
/// The data protection officer's answer to a referral. An approval decides again, on exactly the facts that were referred and with the answer's
/// reference in them; declined, the referred decision stays as it is and recording stays closed. The teacher is told either way.
/// </summary>
public sealed class ReferralAnswer(
    RegistryContext registry,
    Registrar registrar,
    DecisionBook book,
    PackLibrary packs,
    People people,
    Messenger messenger
) : ITaskAnswer
{
    public string Kind => TaskKind.Referral;

    public async Task<string?> AnswerAsync(TaskRow task, TaskAnswer answer, PersonRow by, CancellationToken ct)
    {
        if (task.MeetingId is not { } meetingId || await registry.Meetings.FindAsync([meetingId], ct) is not { } meeting)
            return "Act_AnsweredAlready";
        if (
            await book.NewestAsync(meetingId, ct) is not { Outcome: "referred" } referred
            || await people.FindAsync(referred.DecidedBy, ct) is not { } teacher
        )
            return "Act_AnsweredAlready";

        var approved = answer.Answer == "approve";
        if (approved)
            await book.KeepAsync(meeting, Approved(referred, task), teacher, "task", ct);
        task.AnsweredBy = by.Id;
        registrar.Audit(
            Subject.Person(by.Id),
            approved ? "referral.approved" : "referral.declined",
            task.Subject,
            after: referred.Id.ToString()
        );
        await messenger.TellAsync(
            teacher.Id,
            ChatText.Of(approved ? "ReferralApproved" : "ReferralDeclined", meeting.Topic, answer.Reason ?? ""),
            ct
        );
        return null;
    }

    /// <summary>The referred facts, to the letter, with the approval that was given for them.</summary>
    private Judgement Approved(DecisionRow referred, TaskRow task)
    {
        var request = JsonNode.Parse(referred.Request)!.AsObject();
        request["approvals"]!["dpo"] = $"task:{task.Id}";
        return Judgement.Of(JsonSerializer.SerializeToElement(request), packs.Packs);
    }
}
