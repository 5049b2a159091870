using RecordingBot.Admin;
using RecordingBot.Meetings;
using RecordingBot.Packs;

namespace RecordingBot.Channels;

/// <summary>Meetings to choose from: topic and start.</summary>
public sealed class MeetingOffers(ActivePack active)
{
    /// <summary>A meeting to choose.</summary>
    public Offer Of(MeetingRow meeting)
    {
        var starts = Moments.Brief(meeting.StartsAt, active.Pack.TimeZone);
        return new(meeting.Id.ToString(), new($"{meeting.Topic}, {starts.Sv}", $"{meeting.Topic}, {starts.En}"));
    }
}
