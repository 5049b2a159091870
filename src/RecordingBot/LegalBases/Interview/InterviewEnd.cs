using RecordingBot.Channels;
using RecordingBot.Decisions;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Decisions;

namespace RecordingBot.LegalBases.Interview;

/// <summary>Decides with the answers that are there, and says what comes of it. What is not approved waits for other answers.</summary>
public sealed class InterviewEnd(DecisionDesk desk, InterviewView view, SeriesBook series)
{
    /// <summary>How another answer can be given.</summary>
    public static ChatText ChangeOffer =>
        new("NextChange", [], [new("ShowAnswers", "status"), new("Cancel")]) { Asks = new(InterviewTalk.Review) };

    /// <summary>Decides.</summary>
    public async Task DecideAsync(ChatTurn turn, CancellationToken ct)
    {
        turn.State.Ask(InterviewTalk.Interview, InterviewTalk.Review, []);
        var meeting = await view.MeetingAsync(turn, ct);
        var made = await desk.DecideForMeetingAsync(turn.State.MeetingId!.Value, turn.State.Answers, turn.Person, "chat", ct);
        if (made.Refusal is not MeetingRefusal.None || meeting is null)
        {
            turn.Say(made.MeetingNotFound ? "MeetingGone" : "Error_OnlyHostDecides");
            turn.State.End();
            return;
        }
        if (made.Decision is not { } decision)
        {
            foreach (var error in made.Errors)
                turn.Say("Plain", error.Message);
            turn.Say(await view.ReviewAsync(turn, ct));
            return;
        }
        turn.Say(InterviewWording.Decided(decision, meeting.Topic));
        if (decision.Outcome is Outcome.Approved or Outcome.Referred)
            turn.State.End();
        turn.Say(After(decision.Outcome, meeting, turn.Person));
        if (decision.Outcome is Outcome.Approved && await series.CouldServeAsync(meeting, made.Row!, ct) is > 0 and var more)
            turn.Say(SeriesTalk.Offer(more));
    }

    private static ChatText After(Outcome outcome, MeetingRow meeting, PersonRow person) =>
        outcome switch
        {
            Outcome.Approved when meeting.EndedAt is not null => ChatText.Of("NextExplained"),
            Outcome.Approved => new(
                meeting.HostPersonId == person.Id ? "NextRight" : "NextRightOfHost",
                [meeting.StartsAt],
                meeting.CourseId is null ? [] : [new("Announce")]
            ),
            Outcome.Referred => ChatText.Of("NextReferred"),
            _ => ChangeOffer,
        };
}
