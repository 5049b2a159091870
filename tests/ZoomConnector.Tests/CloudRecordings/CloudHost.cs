using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using ZoomConnector.Meetings;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.CloudRecordings;

/// <summary>What a host does who may record to the cloud.</summary>
internal static class CloudHost
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A meeting was held and recorded to the cloud, and so much time has gone by since.</summary>
    public static async Task<(MeetingId Id, MeetingUuid Uuid)> RecordedAsync(
        this SimulatedZoom zoom,
        TimeSpan since,
        MeetingId? again = null
    )
    {
        await zoom.MayRecordAsync();
        var id = again ?? await zoom.PlanAsync();
        var uuid = await zoom.StartMeetingAsync(id);
        (await zoom.RecordAsync(id, "start", "cloud")).EnsureSuccessStatusCode();
        zoom.Clock.Advance(TimeSpan.FromMinutes(10));
        (await zoom.RecordAsync(id, "stop", "cloud")).EnsureSuccessStatusCode();
        (await zoom.RecordAsync(id, "start", "cloud")).EnsureSuccessStatusCode();
        zoom.Clock.Advance(TimeSpan.FromMinutes(20));
        await zoom.PostAsync($"meetings/{id}/end");
        zoom.Clock.Advance(since);
        return (id, uuid);
    }

    /// <summary>What the host does with the latest recording in Zoom's portal.</summary>
    public static async Task DoAsync(this SimulatedZoom zoom, MeetingId id, string act) =>
        (await zoom.PostAsync($"meetings/{id}/cloud", new { @do = act })).EnsureSuccessStatusCode();

    private static async Task MayRecordAsync(this SimulatedZoom zoom)
    {
        using var http = new HttpClient { BaseAddress = zoom.Server.Address };
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", "account_credentials"), new("account_id", "campus-account")]),
        };
        ask.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("campus-client:campus-client-secret")));
        using var token = await http.SendAsync(ask, Stop);
        var bearer = (await SimulatedZoom.JsonOfAsync(token))["access_token"]!.GetValue<string>();
        using var change = new HttpRequestMessage(HttpMethod.Patch, "/v2/users/zoom-teacher/settings")
        {
            Content = JsonContent.Create(new { recording = new { cloud_recording = true } }),
        };
        change.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        (await http.SendAsync(change, Stop)).EnsureSuccessStatusCode();
    }
}
