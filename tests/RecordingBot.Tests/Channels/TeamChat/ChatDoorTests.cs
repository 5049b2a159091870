using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Channels.TeamChat;

/// <summary>The chatbot's door keeps the webhook door's rules, with its own app's secret.</summary>
public sealed class ChatDoorTests(GuardedDoor door) : IClassFixture<GuardedDoor>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forgeries => [.. Webhooks.Forgeries];

    /// <summary>The webhook's secret is another app's; so is any forgery that begins with it.</summary>
    [Theory]
    [MemberData(nameof(Forgeries))]
    public Task Delivery_NotSignedByTheChatbotsApp_IsRefused(string how) =>
        IsRefusedAsync(HttpStatusCode.Unauthorized, Webhooks.Forged(how, Encoding.UTF8.GetBytes(Chatting.Said("help")), door.Campus.Now));

    [Fact]
    public Task Delivery_SignedWithTheWebhooksSecret_IsRefused() =>
        IsRefusedAsync(HttpStatusCode.Unauthorized, Webhooks.Signed(Encoding.UTF8.GetBytes(Chatting.Said("help")), door.Campus.Now));

    [Theory]
    [InlineData("bot_notification")]
    [InlineData("""["bot_notification"]""")]
    [InlineData("""{"event":"bot_notification","event":"bot_installed"}""")]
    public Task Delivery_SignedButUnreadable_IsRefused(string body) => IsRefusedAsync(HttpStatusCode.BadRequest, Signed(body));

    [Fact]
    public Task Delivery_OverTheLimit_IsRefused() =>
        IsRefusedAsync(HttpStatusCode.RequestEntityTooLarge, Signed("{\"pad\":\"" + new string('x', ZoomDoors.LargestBody) + "\"}"));

    [Fact]
    public async Task Challenge_IsAnsweredWithTheChatbotsSecret()
    {
        var answer = await door.Campus.DeliverChatAsync("""{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            Convert.ToHexStringLower(
                System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(Chatting.Secret), Encoding.UTF8.GetBytes("abc"))
            ),
            answer.Json.GetProperty("encryptedToken").GetString()
        );
    }

    [Theory]
    [InlineData(
        """{"event":"meeting.created","payload":{"account_id":"campus-account","object":{"id":81234567891,"uuid":"chat","topic":"By the wrong door","host_id":"zoom-teacher"}}}"""
    )]
    [InlineData("""{"event":"bot_notification","payload":{"accountId":"campus-account","cmd":"help"}}""")]
    [InlineData(
        """{"event":"interactive_message_actions","payload":{"accountId":"campus-account","userId":7,"userJid":[],"actionItem":"x"}}"""
    )]
    [InlineData("{}")]
    public async Task Delivery_ThatIsNoWordToTheBot_IsTakenAndChangesNothing(string body)
    {
        var answer = await door.Campus.DeliverChatAsync(body);
        await door.Campus.SettleAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await IsUnmovedAsync();
    }

    [Fact]
    public async Task Delivery_OfAnotherAccount_ChangesNothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await door.Campus.DeliverChatAsync(Chatting.Said("help", account: "another-account"))).Status);
        await door.Campus.SettleAsync();

        await IsUnmovedAsync();
    }

    /// <summary>Neither door takes what is for the other, however rightly it is signed.</summary>
    [Fact]
    public async Task Delivery_OfAWordToTheBotAtTheWebhooksDoor_ChangesNothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await door.Campus.DeliverAsync(Chatting.Said("recordings"))).Status);
        await door.Campus.SettleAsync();

        await IsUnmovedAsync();
    }

    private HttpRequestMessage Signed(string body) => Webhooks.Signed(Encoding.UTF8.GetBytes(body), door.Campus.Now, Chatting.Secret);

    private async Task IsRefusedAsync(HttpStatusCode status, HttpRequestMessage delivery)
    {
        var before = await door.RowsAsync();
        door.Entries.Take();

        var answer = await door.Campus.DeliverAsync(delivery.ToChat());

        Assert.Equal(status, answer.Status);
        Assert.Equal(before, await door.RowsAsync());
        Assert.StartsWith("security: POST /zoom/chat refused a request", Assert.Single(door.Entries.Take()), StringComparison.Ordinal);
    }

    private async Task IsUnmovedAsync()
    {
        Assert.Equal(0, await door.Campus.ReadAsync(registry => registry.TeamChats.CountAsync(Ct)));
        Assert.Equal(0, await door.Campus.ReadAsync(registry => registry.ConversationActivities.CountAsync(Ct)));
        Assert.Equal(0, await door.Campus.ReadAsync(registry => registry.Meetings.CountAsync(Ct)));
        Assert.Empty(await door.Campus.Zoom.HeardAsync());
    }
}
