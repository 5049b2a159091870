using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.LegalBases.Interview;

namespace RecordingBot.LegalBases;

/// <summary>Puts the answers of a declined referral before the teacher again, where the talk stopped: shown whole, each to be changed.</summary>
public sealed class ReferralReturn(TalkBook book)
{
    /// <summary>What is said with it.</summary>
    public static ChatText Offer =>
        new("NextChange", [], [new("ShowAnswers", "status"), new("Cancel")]) { Asks = new(InterviewTalk.Review) };

    /// <summary>Opens the talk again; false where the decision came another way than the chat, or another interview is under way.</summary>
    public async Task<bool> OpenAsync(DecisionRow referred, CancellationToken ct)
    {
        if (referred.Channel != "chat")
            return false;
        while (true)
        {
            var (state, version) = await book.ReadAsync(referred.DecidedBy, ct);
            if (state.Aside is not null || state.Talk == InterviewTalk.Interview)
                return false;
            if (state.Talk is null)
                Restore(state, referred);
            else
                Restore(state.Aside = new(), referred);
            if (await book.WriteAsync(referred.DecidedBy, state, version, ct))
                return state.Aside is null;
        }
    }

    private static void Restore(TalkState state, DecisionRow referred)
    {
        state.End();
        var request = JsonNode.Parse(referred.Request)!.AsObject();
        state.MeetingId = referred.MeetingId;
        state.Answers = Answers(request);
        var given = JsonSerializer.SerializeToElement(state.Answers);
        foreach (var question in Questions.All.Where(question => question.Kind is not (AnswerKind.Meeting or AnswerKind.Course)))
        {
            if (AnswerSheet.At(given, question.Path) is not null)
                state.Trail.Add(question.Path);
            else if (question.Always)
                state.Settled.Add(question.Path);
        }
        state.Ask(InterviewTalk.Interview, InterviewTalk.Review, []);
    }

    /// <summary>What was said then; of the meeting only what a person says of it.</summary>
    private static JsonObject Answers(JsonObject request)
    {
        var answers = new JsonObject();
        foreach (var (name, value) in request.Where(field => field.Key is not ("pack" or "meeting") && field.Value is not null))
            answers[name] = value!.DeepClone();
        var meeting = new JsonObject { ["kind"] = request["meeting"]?["kind"]?.DeepClone() };
        if (request["meeting"]?["course"]?["id"] is { } course)
            meeting["course"] = new JsonObject { ["id"] = course.DeepClone() };
        answers["meeting"] = meeting;
        return answers;
    }
}
