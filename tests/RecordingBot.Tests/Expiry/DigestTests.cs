using Microsoft.EntityFrameworkCore;
using RecordingBot.Expiry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Expiry;

/// <summary>One message per person for everything that ends, by chat and Canvas, true when it is said and said once.</summary>
public sealed class DigestTests : CampusTests
{
    [Fact]
    public async Task SeveralRecordings_OfOneEnd_AreOneMessageForEachPerson()
    {
        await EndingAsync("The first", "The second");

        var said = Assert.Single(await MessagesAsync("teacher"));
        Assert.Contains("The first: ", said, StringComparison.Ordinal);
        Assert.Contains("The second: ", said, StringComparison.Ordinal);
        Assert.Single(await MessagesAsync("teacher-2"));
        var letter = Assert.Single(await Campus.Canvas.InboxAsync("teacher"));
        Assert.StartsWith("Inspelningar som tar slut: 2 (", letter.GetProperty("subject").GetString(), StringComparison.Ordinal);
        var digests = await DigestsAsync();
        Assert.Equal(2, digests.Count);
        Assert.All(digests, digest => Assert.Equal(["chat", "canvas"], digest.Accepted));
        Assert.All(digests, digest => Assert.Null(digest.NextAttemptAt));
        Assert.All(await Campus.RecordingsAsync(), recording => Assert.All(recording.Warnings, row => Assert.NotNull(row.AcceptedAt)));
    }

    [Fact]
    public async Task Canvas_ThatFails_GetsItLaterAndTheChatNotAgain()
    {
        await Campus.RecordedAsync();
        await Campus.Canvas.BreakAsync("status-500", "/conversations$", "POST");
        await ToFirstWarningAsync();
        Assert.All(await DigestsAsync(), digest => Assert.Equal(["chat"], digest.Accepted));

        await Campus.Canvas.MendAsync();
        await Campus.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.All(await DigestsAsync(), digest => Assert.Equal(["chat", "canvas"], digest.Accepted));
        Assert.Single(await MessagesAsync("teacher"));
        Assert.Single(await Campus.Canvas.InboxAsync("teacher"));
    }

    [Fact]
    public async Task Canvas_ThatFailsForDays_IsLeftAndTheLogSaysWhoTookIt()
    {
        await Campus.RecordedAsync();
        await Campus.Canvas.BreakAsync("status-500", "/conversations$", "POST");
        await ToFirstWarningAsync();
        await Campus.AdvanceAsync(TimeSpan.FromDays(3));

        var digests = await DigestsAsync();
        Assert.All(digests, digest => Assert.Null(digest.NextAttemptAt));
        var left = await Campus.ReadAsync(registry => registry.Audit.Where(row => row.Action == "warnings.left").ToListAsync(Ct));
        Assert.Equal(
            digests.Select(digest => $"digest:{digest.Id} chat").Order(StringComparer.Ordinal),
            left.Select(row => row.After).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Process_DyingBeforeTheAnswerIsKept_SaysNothingTwice()
    {
        await EndingAsync("The first");
        // As after a crash: it was about to be sent, and whether it was is not known.
        await Campus.ReadAsync(registry =>
            registry.Digests.ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.ChatAcceptedAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.CanvasAcceptedAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.NextAttemptAt, Campus.Now),
                Ct
            )
        );
        await Campus.RestartBotAsync();
        await Campus.SettleAsync();

        Assert.All(await DigestsAsync(), digest => Assert.Equal(["chat", "canvas"], digest.Accepted));
        Assert.Single(await MessagesAsync("teacher"));
        Assert.Single(await Campus.Canvas.InboxAsync("teacher"));
    }

    [Fact]
    public async Task Warning_ThatIsTrueNoLonger_IsNotSaid()
    {
        var id = await Campus.RecordedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await NoteAsync(id, end.AddDays(-3));
        await Campus.SettleAsync();
        Assert.Empty(await MessagesAsync("teacher"));
        Assert.Empty((await Campus.RecordingAsync(id)).Warnings);

        // The control: the same of the end that stands is said.
        await NoteAsync(id, end);
        await Campus.SettleAsync();
        Assert.Single(await MessagesAsync("teacher"));
    }

    private async Task EndingAsync(params string[] topics)
    {
        foreach (var topic in topics)
            await Campus.RecordedAsync(topic);
        await ToFirstWarningAsync();
    }

    private async Task ToFirstWarningAsync() => await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddDays(-30).AddMinutes(1));

    private Task<List<DigestRow>> DigestsAsync() => Campus.ReadAsync(registry => registry.Digests.AsNoTracking().ToListAsync(Ct));

    private async Task<List<string>> MessagesAsync(string account) =>
        (await Campus.ToldAsync(account)).FindAll(text => text.Contains("Recordings that end:", StringComparison.Ordinal));

    private Task<int> NoteAsync(Guid recording, DateTimeOffset endsAt) =>
        Campus.ReadAsync(async registry =>
        {
            var teacher = await registry.People.SingleAsync(row => row.Account == "teacher", Ct);
            registry.Warnings.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    RecordingId = recording,
                    EndsAt = endsAt,
                    BeforeSeconds = 30 * 86400,
                    PersonId = teacher.Id,
                    At = Campus.Now,
                    Channel = "none",
                }
            );
            return await registry.SaveChangesAsync(Ct);
        });
}
