using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Channels;

namespace RecordingBot.Tests.Channels;

public sealed class MessengerTests : IAsyncLifetime
{
    private readonly BotHouse house = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("sv", "Rätten att spela in Linjär algebra har upphört.")]
    [InlineData("en", "The right to record Linjär algebra has ended.")]
    [InlineData(null, "Rätten att spela in Linjär algebra har upphört.\n\nThe right to record Linjär algebra has ended.")]
    public async Task Tell_APersonOfALanguage_WaitsInTheirConversationInIt(string? language, string expected)
    {
        var teacher = await house.PersonAsync("teacher");
        await house.ReadAsync(registry =>
            registry.People.Where(row => row.Id == teacher.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Language, language), Ct)
        );

        Assert.True(await TellAsync(teacher.Id, ChatText.Of("RightTaken", "Linjär algebra")));

        var line = Assert.Single(await (await house.TalkerAsync("teacher")).LogAsync());
        Assert.Equal(expected, line.Activity.Text);
    }

    [Fact]
    public async Task Tell_WithTheSameKey_IsSaidOnce()
    {
        var teacher = await house.PersonAsync("teacher");

        Assert.True(await TellAsync(teacher.Id, ChatText.Of("RightTaken", "A"), "right:1"));
        Assert.True(await TellAsync(teacher.Id, ChatText.Of("RightTaken", "A"), "right:1"));

        Assert.Single(await (await house.TalkerAsync("teacher")).LogAsync());
    }

    [Fact]
    public async Task Tell_NobodyWeKnow_IsNotAccepted() => Assert.False(await TellAsync(Guid.NewGuid(), ChatText.Of("RightTaken", "A")));

    [Fact]
    public async Task Tell_AMoment_ShowsWeekdayAndZone()
    {
        var teacher = await house.PersonAsync("teacher");

        await TellAsync(teacher.Id, ChatText.Of("EndsSoon", "A", new DateTimeOffset(2027, 1, 17, 22, 59, 59, TimeSpan.Zero)));

        var line = Assert.Single(await (await house.TalkerAsync("teacher")).LogAsync());
        Assert.Contains("söndag 17 januari 2027 kl. 23.59 (svensk tid)", line.Activity.Text, StringComparison.Ordinal);
        Assert.Contains("Sunday 17 January 2027 at 23:59 (Swedish time)", line.Activity.Text, StringComparison.Ordinal);
    }

    private Task<bool> TellAsync(Guid personId, ChatText text, string? key = null) =>
        house.WithAsync(services => services.GetRequiredService<Messenger>().TellAsync(personId, text, Ct, key));
}
