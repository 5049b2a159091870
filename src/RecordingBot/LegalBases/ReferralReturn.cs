using RecordingBot.Channels;
using RecordingBot.LegalBases.Interview;
using RecordingBot.Meetings;

namespace RecordingBot.LegalBases;

/// <summary>Puts the answers of a declined referral before the teacher again, where the talk stopped: shown whole, each to be changed.</summary>
public sealed class ReferralReturn(TalkBook book)
{
    /// <summary>Opens the talk again; false where the decision came another way than the chat, or another interview is under way.</summary>
    public async Task<bool> OpenAsync(DecisionRow referred, MeetingRow meeting, CancellationToken ct)
    {
        if (referred.Channel != "chat")
            return false;
        while (true)
        {
            var (state, version) = await book.ReadAsync(referred.DecidedBy, ct);
            if (state.Aside is not null || state.Talk == InterviewTalk.Interview)
                return false;
            if (state.Talk is null)
                InterviewStart.Reopened(state, meeting, referred);
            else
                InterviewStart.Reopened(state.Aside = new(), meeting, referred);
            if (await book.WriteAsync(referred.DecidedBy, state, version, ct))
                return state.Aside is null;
        }
    }
}
