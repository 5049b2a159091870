using System.Text.Json.Nodes;
using RecordingBot.Channels;
using RecordingBot.Meetings;

namespace RecordingBot.LegalBases.Interview;

/// <summary>With which answers an interview begins: none, a course's earlier ones, or a decision's own.</summary>
internal static class InterviewStart
{
    /// <summary>Without answers, but for who records: that is shown with the others, and can be changed as far as the person's roles go.</summary>
    public static void Anew(ChatTurn turn)
    {
        turn.State.End();
        turn.State.Answers = new() { ["recorder"] = new JsonObject { ["role"] = turn.Person.IsStudent ? "student" : "employee" } };
    }

    /// <summary>For a meeting, with an earlier decision's answers but for what is judged anew each time.</summary>
    public static void With(ChatTurn turn, Guid meetingId, DecisionRow earlier)
    {
        var trail = turn.State.Trail.ToList();
        Anew(turn);
        turn.State.Trail = trail;
        turn.State.MeetingId = meetingId;
        turn.State.Answers = LastTime.Answers(earlier, turn.State.Answers);
        LeaveOpen(turn.State);
    }

    /// <summary>With a decision's answers, which wait to be changed and decided anew.</summary>
    public static void Reopened(TalkState state, MeetingRow meeting, DecisionRow decision)
    {
        state.End();
        state.MeetingId = meeting.Id;
        state.Answers = LastTime.All(decision, meeting);
        LeaveOpen(state);
        state.Ask(InterviewTalk.Interview, InterviewTalk.Review, []);
    }

    /// <summary>What was left open then is left open now.</summary>
    private static void LeaveOpen(TalkState state)
    {
        foreach (var question in Questions.All.Where(question => question.Always && !AnswerTaker.IsAnswered(state.Answers, question.Path)))
            state.Settled.Add(question.Path);
    }
}
