using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Conversations;

public sealed class ConversationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_TwoRecipients_EachGetsOne()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        var sent = await canvas.Conversations.SendAsync([new("2"), new("4")], "Ends soon", "In 7 days.", Campus.Physics, Ct);
        var inbox = await campus.JsonAsync("GET /api/v1/conversations", Ct, token: "campus-teacher");
        var student = await campus.JsonAsync("GET /api/v1/conversations", Ct, token: "campus-student");

        Assert.Equal(2, sent.Length);
        var message = Assert.Single(inbox.EnumerateArray());
        Assert.Equal("Ends soon", message.GetProperty("subject").GetString());
        Assert.Equal("In 7 days.", message.GetProperty("last_message").GetString());
        Assert.Equal("course_101", message.GetProperty("context_code").GetString());
        Assert.Empty(student.EnumerateArray());
    }

    [Fact]
    public async Task Send_TooManyOrTooLong_IsRefusedBeforeCanvasIsAsked()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.Client();
        var many = Enumerable.Range(1, 101).Select(i => new CanvasId<CanvasConnector.Users.CanvasUser>($"{i}")).ToList();

        await Assert.ThrowsAsync<ArgumentException>(() => client.Conversations.SendAsync([], "S", "B", ct: Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Conversations.SendAsync(many, "S", "B", ct: Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Conversations.SendAsync([new("2")], new string('s', 256), "B", ct: Ct));
        Assert.Empty(canvas.Seen);
    }
}
