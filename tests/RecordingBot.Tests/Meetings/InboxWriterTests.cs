using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>Deliveries are written together, and each is answered with 2xx only once it is in the registry (I3).</summary>
public abstract class InboxWriterTests(bool onPostgres) : CampusTests(onPostgres)
{
    [Fact]
    public async Task Burst_EachTwiceAtOnce_IsARowForEach()
    {
        ConcurrentBag<HttpStatusCode> answers = [];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 600),
            new ParallelOptions { MaxDegreeOfParallelism = 60, CancellationToken = Ct },
            async (number, _) => answers.Add(await DeliverAsync(number / 2))
        );

        Assert.Equal(600, answers.Count(status => status is HttpStatusCode.OK));
        Assert.Equal(300, await RowsAsync());
    }

    [Fact]
    public async Task Database_ThatRefuses_MakesTheDoorSay503UntilItTakesAgain()
    {
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(1));
        await ExecuteAsync("""ALTER TABLE "Inbox" RENAME TO "Elsewhere" """);

        var refused = await DeliverAsync(2);
        await ExecuteAsync("""ALTER TABLE "Elsewhere" RENAME TO "Inbox" """);
        var taken = await DeliverAsync(2);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (refused, taken));
        Assert.Equal(2, await RowsAsync());
    }

    [Fact]
    public async Task Crowd_LargerThanTheQueue_IsSentAwayInPartAndLosesNothing()
    {
        const int Deliveries = (2 * InboxWriter.LongestQueue) + InboxWriter.LargestGroup;
        var answers = await Campus.ReadAsync(async registry =>
        {
            // Somebody else writes for a while.
            await using var busy = await registry.Database.BeginTransactionAsync(Ct);
            await registry.Database.ExecuteSqlRawAsync("""DELETE FROM "Inbox" WHERE "Id" < 0""", Ct);
            if (registry.Database.IsNpgsql())
                await registry.Database.ExecuteSqlRawAsync("""LOCK TABLE "Inbox" IN EXCLUSIVE MODE""", Ct);
            var sent = Enumerable.Range(0, Deliveries).Select(DeliverAsync).ToList();
            await await Task.WhenAny(sent);
            await busy.CommitAsync(Ct);
            return await Task.WhenAll(sent);
        });

        // Whoever is sent away knows it, and comes again: then all are there, and each once.
        Assert.Contains(HttpStatusCode.ServiceUnavailable, answers);
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable));
        Assert.InRange(await RowsAsync(), answers.Count(status => status is HttpStatusCode.OK), Deliveries);
        foreach (var (number, _) in answers.Index().Where(one => one.Item is not HttpStatusCode.OK))
            Assert.Equal(HttpStatusCode.OK, await DeliverAsync(number));
        Assert.Equal(Deliveries, await RowsAsync());
    }

    private protected async Task<HttpStatusCode> DeliverAsync(int number) =>
        (
            await Campus.DeliverAsync(
                $$"""{"event":"phone.rang","payload":{"number":{{number.ToString(CultureInfo.InvariantCulture)}} } }"""
            )
        ).Status;

    private Task<int> RowsAsync() => Campus.ReadAsync(registry => registry.Inbox.CountAsync(Ct));

    private Task<int> ExecuteAsync(string sql) => Campus.ReadAsync(registry => registry.Database.ExecuteSqlRawAsync(sql, Ct));
}
