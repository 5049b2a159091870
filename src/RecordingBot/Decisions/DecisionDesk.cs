using System.Text.Json;
using System.Text.Json.Nodes;
using RecordingBot.Meetings;
using RecordingBot.Packs;
using RecordingBot.Registry;

namespace RecordingBot.Decisions;

/// <summary>The one desk behind the three doors (chat, HTTP, command line): it decides, and keeps what is decided for a meeting.</summary>
public sealed class DecisionDesk(RegistryContext registry, MeetingRequests requests, DecisionBook book, PackLibrary packs)
{
    /// <summary>Decides a whole request (rules.md, "The decision as JSON"). Nothing is stored.</summary>
    /// <param name="request">The request; its pack may be any loaded one.</param>
    public DeskAnswer Decide(JsonElement request) => Judgement.Of(request, packs.Packs).ToAnswer();

    /// <summary>Decides for a meeting and keeps the decision; an approval creates the expected recording, or explains the one that is there.</summary>
    /// <param name="meetingId">Our id of the meeting.</param>
    /// <param name="body">A request without what is known: no <c>pack</c>; of <c>meeting</c> only <c>kind</c>, and <c>course.id</c> where the meeting has none.</param>
    /// <param name="by">Who answers for the facts, in their own name (<c>necessity.teaching</c>).</param>
    /// <param name="channel"><c>chat</c> or <c>http</c>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="CanvasConnector.Errors.CanvasException">Canvas could not tell about the course; nothing is stored.</exception>
    public async Task<MeetingDecision> DecideForMeetingAsync(
        Guid meetingId,
        JsonObject body,
        PersonRow by,
        string channel,
        CancellationToken ct
    )
    {
        if (await registry.Meetings.FindAsync([meetingId], ct) is not { } meeting)
            return new() { Refusal = MeetingRefusal.NotFound };
        if (!await requests.MayDecideAsync(meeting, by, ct))
            return new() { Refusal = MeetingRefusal.Forbidden };

        var request = await requests.ComposeAsync(meeting, body, by, fresh: true, ct);
        if (!request.Errors.IsEmpty)
            return new() { Errors = request.Errors };
        var judgement = Judgement.Of(request.Json, packs.Packs);
        if (judgement.Decision is null || judgement.Request is null)
            return new() { Errors = judgement.Errors };
        return new()
        {
            Decision = judgement.Decision,
            Row = judgement.HasPersonalTexts ? null : await book.KeepAsync(meeting, judgement, by, channel, ct),
        };
    }

    /// <summary>What would come of deciding now, for whoever asks the questions. Nothing is stored, and Canvas is asked only for a course that isn't known yet.</summary>
    public async Task<MeetingPreview> PreviewForMeetingAsync(MeetingRow meeting, JsonObject body, PersonRow by, CancellationToken ct)
    {
        var request = await requests.ComposeAsync(meeting, body, by, fresh: false, ct);
        await registry.SaveChangesAsync(ct); // a course that was read is known from now on
        var judgement = request.Errors.IsEmpty ? Judgement.Of(request.Json, packs.Packs) : new Judgement(null, null, request.Errors);
        return new(request.Json, judgement.Decision, judgement.Errors);
    }
}
