using RecordingBot.Hosting;
using RecordingBot.Meetings;

namespace RecordingBot.Notices;

/// <summary>The host's confirmation over HTTP that the notice was pasted into the meeting's chat: idempotent, answering the meeting.</summary>
public static class PasteApi
{
    /// <summary>Maps the call into the API's group, whose policy lets nobody in who isn't signed in.</summary>
    public static void Map(RouteGroupBuilder api) =>
        MeetingAnswer.Describe(
            api.MapPut(
                "/meetings/{id:guid}/notice/pasted",
                async (Guid id, PasteActs acts, MeetingAnswer answer, SignedIn signedIn, CancellationToken ct) =>
                    await answer.AfterAsync(id, await acts.ConfirmAsync(id, signedIn.RequiredCaller, ct), ct)
            ),
            "ConfirmPastedNotice",
            "The host has pasted the notice into the meeting’s chat.",
            "Where the meeting has no chat that can be written to, notice.toPaste holds the text. For the host, while that is asked for (409 otherwise)."
        );
}
