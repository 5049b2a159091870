using RecordingBot.Hosting;
using RecordingBot.Meetings;

namespace RecordingBot.Notices;

/// <summary>The announcement in the course over HTTP: the same act that the chat and the meeting's page offer, idempotent, answering the meeting.</summary>
public static class AnnouncementApi
{
    /// <summary>Maps the calls into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        MeetingAnswer.Describe(
            api.MapPut(
                "/meetings/{id:guid}/announcement",
                async (Guid id, AnnouncementActs acts, MeetingAnswer answer, SignedIn signedIn, CancellationToken ct) =>
                    await answer.AfterAsync(id, await acts.SetAsync(id, wanted: true, signedIn.RequiredCaller, ct), ct)
            ),
            "AnnounceRecording",
            "Announces in the course that the lecture is going to be recorded, with the notice's link.",
            "Refused (409) without a course or an approved decision, and once the meeting is over."
        );
        MeetingAnswer.Describe(
            api.MapDelete(
                "/meetings/{id:guid}/announcement",
                async (Guid id, AnnouncementActs acts, MeetingAnswer answer, SignedIn signedIn, CancellationToken ct) =>
                    await answer.AfterAsync(id, await acts.SetAsync(id, wanted: false, signedIn.RequiredCaller, ct), ct)
            ),
            "WithdrawAnnouncement",
            "Takes the announcement away.",
            "What Canvas has mailed to students can't be called back."
        );
    }
}
