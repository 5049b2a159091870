using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.TeamChat;

public sealed class ZoomTeamChatTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendToChannel_BeforeTheFirstStart_IsNotFoundAndAfterItIsPosted()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var id = await zoom.PlanAsync();
        var channel = (await zoom.Client.Meetings.GetAsync(id, Stop)).ChatChannelId!;
        var fault = await Assert.ThrowsAsync<ZoomException>(() => Send(channel));
        Assert.Equal(ZoomErrorKind.NotFound, fault.Kind);

        await zoom.StartMeetingAsync(id);
        var message = await Send(channel);
        Assert.NotEmpty(message);
        await zoom.PostAsync($"meetings/{id}/end");
        Assert.False(string.Equals(message, await Send(channel), StringComparison.Ordinal), "Each message has an id of its own.");
        var chat = await zoom.ItemsAsync($"meetings/{id}/chat");
        Assert.Equal(["Inspelning pågår: läs mer", "Inspelning pågår: läs mer"], chat.Select(line => (string?)line!["text"]).ToList());
        Assert.Equal("Campus Teacher", (string?)chat[0]!["from"]);

        Task<string> Send(string to) => zoom.Client.TeamChat.SendToChannelAsync("zoom-teacher", to, "Inspelning pågår: läs mer", Stop);
    }

    [Fact]
    public async Task SendToChannel_BySomeoneElse_IsForbidden()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var id = await zoom.PlanAsync();
        await zoom.StartMeetingAsync(id);
        var channel = (await zoom.Client.Meetings.GetAsync(id, Stop)).ChatChannelId!;
        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            zoom.Client.TeamChat.SendToChannelAsync("zoom-teacher-2", channel, "x", Stop)
        );
        Assert.Equal(ZoomErrorKind.Forbidden, fault.Kind);
    }

    [Fact]
    public async Task SendToChannel_TooLong_IsInvalid()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            zoom.Client.TeamChat.SendToChannelAsync("zoom-teacher", "c", new string('x', 1025), Stop)
        );
        Assert.Equal(ZoomErrorKind.Invalid, fault.Kind);
    }

    [Fact]
    public async Task SendToContact_AColleague_IsDelivered()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.Client.TeamChat.SendToContactAsync("zoom-teacher", "teacher-2@campus.example.edu", "Hello", Stop);
        var message = Assert.Single(await zoom.ItemsAsync("messages"));
        Assert.Equal(("teacher", "teacher-2", "Hello"), ((string?)message!["from"], (string?)message["to"], (string?)message["text"]));
    }
}
