using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>What is no webhook of Zoom's changes nothing, leaves one entry in the security log (I11), and keeps nobody else waiting.</summary>
public sealed class BadDeliveryTests(GuardedDoor door) : IClassFixture<GuardedDoor>
{
    private const string Sound = """{"event":"meeting.started","payload":{"object":{"id":81234567890,"uuid":"of-a-forger"}}}""";
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Forgeries => [.. Webhooks.Forgeries];

    public static TheoryData<string, byte[]> Unreadable =>
        new()
        {
            { "nothing", [] },
            { "no JSON", Encoding.UTF8.GetBytes("meeting.started") },
            { "no object", Encoding.UTF8.GetBytes("""["meeting.started"]""") },
            { "a comma too many", Encoding.UTF8.GetBytes("""{"event":"meeting.started",}""") },
            { "a key doubled", Encoding.UTF8.GetBytes("""{"event":"meeting.started","event":"meeting.ended"}""") },
            { "a key doubled inside", Encoding.UTF8.GetBytes("""{"event":"meeting.started","payload":{"object":{"id":1,"id":2}}}""") },
            { "deep", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 40_000)) + "1" + new string('}', 40_000)) },
            { "no UTF-8", [.. "{\"event\":\""u8, 0xC3, 0x28, .. "\"}"u8] },
        };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public Task Delivery_NotSignedByZoom_IsRefused(string how) =>
        IsRefusedAsync(HttpStatusCode.Unauthorized, Webhooks.Forged(how, Encoding.UTF8.GetBytes(Sound), door.Campus.Now));

    [Theory]
    [MemberData(nameof(Unreadable))]
    public Task Delivery_SignedButUnreadable_IsRefused(string what, byte[] body)
    {
        Assert.NotEmpty(what);
        return IsRefusedAsync(HttpStatusCode.BadRequest, Webhooks.Signed(body, door.Campus.Now));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public Task Delivery_OfTenMegabytes_IsRefusedSignedOrNot(bool isSigned, bool chunked)
    {
        var body = Encoding.UTF8.GetBytes("{\"pad\":\"" + new string('x', TenMegabytes) + "\"}");
        var delivery = isSigned ? Webhooks.Signed(body, door.Campus.Now) : Webhooks.Unsigned(body);
        delivery.Headers.TransferEncodingChunked = chunked;
        return IsRefusedAsync(HttpStatusCode.RequestEntityTooLarge, delivery);
    }

    [Theory]
    [InlineData("x-zm-signature")]
    [InlineData("x-zm-request-timestamp")]
    public async Task Delivery_WithAHeaderOnTwoLines_IsRefused(string doubled)
    {
        using var signed = Webhooks.Signed(Encoding.UTF8.GetBytes(Sound), door.Campus.Now);
        var lines = signed.Headers.SelectMany(header =>
            Enumerable.Repeat($"{header.Key}: {header.Value.Single()}", header.Key == doubled ? 2 : 1)
        );
        var before = await door.RowsAsync();
        door.Entries.Take();

        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, door.Campus.Address.Port, Ct);
        var stream = socket.GetStream();
        var request =
            $"POST /zoom/webhooks HTTP/1.1\r\nHost: campus\r\nConnection: close\r\nContent-Length: {Sound.Length}\r\n{string.Join("\r\n", lines)}\r\n\r\n{Sound}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Ct);
        var answer = await new StreamReader(stream).ReadToEndAsync(Ct);

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Equal(before, await door.RowsAsync());
        Assert.Single(door.Entries.Take());
    }

    [Fact]
    public async Task Delivery_InAFloodOfBadOnes_IsStoredAllTheSame()
    {
        var before = await InboxAsync();
        door.Entries.Take();

        var answers = await Task.WhenAll(Enumerable.Range(0, 600).Select(SendAsync));

        Assert.Equal(100, answers.Count(status => status is HttpStatusCode.OK));
        Assert.Equal(400, answers.Count(status => status is HttpStatusCode.Unauthorized));
        Assert.Equal(100, answers.Count(status => status is HttpStatusCode.BadRequest));
        Assert.Equal(before + 100, await InboxAsync());
        Assert.Equal(500, door.Entries.Take().Length);

        async Task<HttpStatusCode> SendAsync(int number)
        {
            var body = Encoding.UTF8.GetBytes($$"""{"event":"phone.rang","payload":{"flood":{{number}} } }""");
            var delivery = (number % 6) switch
            {
                0 => Webhooks.Signed(body, door.Campus.Now),
                1 => Webhooks.Signed([.. body, (byte)','], door.Campus.Now),
                _ => Webhooks.Forged(Webhooks.Forgeries[number % Webhooks.Forgeries.Length], body, door.Campus.Now),
            };
            return (await door.Campus.DeliverAsync(delivery)).Status;
        }
    }

    [Fact]
    public async Task Address_RefusedThirtyTimesInAMinute_IsTurnedAwayUnreadAndNoOtherIs()
    {
        const string Forger = "192.0.2.7";
        door.Entries.Take();
        for (var attempt = 1; attempt <= 30; attempt++)
            Assert.Equal(HttpStatusCode.Unauthorized, await FromAsync(Forger, rightly: false));

        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync(Forger, rightly: false));
        // Rightly signed: it is turned away before anybody looks.
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync(Forger, rightly: true));
        Assert.Equal(HttpStatusCode.OK, await FromAsync("192.0.2.8", rightly: true));

        var entries = door.Entries.Take();
        Assert.Equal(30, entries.Count(entry => entry.Contains("SignatureWrong", StringComparison.Ordinal)));
        Assert.Single(entries, entry => entry.Contains("turns an address away", StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> FromAsync(string address, bool rightly)
    {
        var body = Encoding.UTF8.GetBytes("""{"event":"phone.rang","payload":{"from":"elsewhere"}}""");
        var delivery = Webhooks.Signed(body, door.Campus.Now, rightly ? Webhooks.Secret : "another-secret");
        return (await door.Campus.DeliverAsync(GuardedDoor.ComesFrom(address, delivery))).Status;
    }

    private async Task IsRefusedAsync(HttpStatusCode status, HttpRequestMessage delivery)
    {
        var before = await door.RowsAsync();
        door.Entries.Take();

        var answer = await door.Campus.DeliverAsync(delivery);

        Assert.Equal(status, answer.Status);
        Assert.Equal(before, await door.RowsAsync());
        Assert.Single(door.Entries.Take());
    }

    private Task<int> InboxAsync() => door.Campus.ReadAsync(registry => registry.Inbox.CountAsync(Ct));
}
