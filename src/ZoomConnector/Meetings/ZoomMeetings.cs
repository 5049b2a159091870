using System.Text.Json;
using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Meetings;

/// <summary>Reads meetings (facts/zoom.md 3.2).</summary>
public sealed class ZoomMeetings
{
    private readonly ZoomSender sender;

    internal ZoomMeetings(ZoomSender sender) => this.sender = sender;

    /// <summary>One meeting as it is now: <c>GET /meetings/{meetingId}</c>, scope <c>meeting:read:meeting:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public async Task<ZoomMeeting> GetAsync(MeetingId id, CancellationToken ct = default)
    {
        var call = ZoomCall.Get(sender.Api, ZoomPath.Of($"/meetings/{id}"));
        return (await sender.AskAsync<MeetingAnswer>(call, meeting => meeting.Id == id, ct)).ToMeeting();
    }

    /// <summary>
    /// A host's planned meetings, page after page: <c>GET /users/{userId}/meetings</c>, scope <c>meeting:read:list_meetings:admin</c>.
    /// Instant meetings are not among them.
    /// </summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public IAsyncEnumerable<ZoomMeeting> ListForUserAsync(
        string userId,
        MeetingList list = MeetingList.Upcoming,
        CancellationToken ct = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        var type = JsonNamingPolicy.SnakeCaseLower.ConvertName(list.ToString());
        return sender.ListAsync<MeetingPage, ZoomMeeting>(
            token =>
                ZoomCall.Get(
                    sender.Api,
                    ZoomPath.Of($"/users/{userId}/meetings"),
                    $"?type={type}&page_size=300&next_page_token={Uri.EscapeDataString(token)}"
                ),
            ct
        );
    }

    /// <summary>
    /// One instance after its end, or null: it is still being held, or never was. <c>GET /past_meetings/{uuid}</c>, scope
    /// <c>meeting:read:past_meeting:admin</c>.
    /// </summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public async Task<PastMeeting?> GetPastAsync(MeetingUuid uuid, CancellationToken ct = default)
    {
        var call = ZoomCall.Get(sender.Api, ZoomPath.Of($"/past_meetings/{uuid}"));
        try
        {
            return await sender.AskAsync<PastMeeting>(call, meeting => meeting.Uuid == uuid, ct);
        }
        catch (ZoomException fault) when (fault.Kind == ZoomErrorKind.NotFound)
        {
            return null;
        }
    }
}
