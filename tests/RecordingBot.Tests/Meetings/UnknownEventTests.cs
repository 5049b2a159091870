using System.Text;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Meetings;

/// <summary>An event that is new to us is kept: what it says for a week, that it came as long as <c>retention.own-records</c> says.</summary>
public sealed class UnknownEventTests : CampusTests
{
    [Fact]
    public async Task Unknown_KeepsItsBodyForAWeekAndItsRowForLonger()
    {
        const string Unknown = """{"event":"phone.rang","payload":{"object":{"id":7}}}""";
        (await Campus.DeliverAsync(Unknown)).Must();
        await Campus.SettleAsync();
        Assert.Equal(Unknown, Encoding.UTF8.GetString((await BodyAsync())!));

        await Campus.AdvanceAsync(TimeSpan.FromDays(6));
        Assert.NotNull(await BodyAsync());
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Null(await BodyAsync());
    }

    private Task<byte[]?> BodyAsync() => Campus.ReadAsync(registry => registry.Inbox.Select(row => row.Body).SingleAsync(Ct));
}
