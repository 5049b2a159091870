using System.Net;

namespace RecordingBot.Tests.Meetings;

public sealed class PostgresInboxWriterTests() : InboxWriterTests(onPostgres: true)
{
    [Fact]
    public async Task Connection_EndedByTheServer_CostsNoDelivery()
    {
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(1));

        await Campus.DisconnectAsync();

        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(2));
    }
}
