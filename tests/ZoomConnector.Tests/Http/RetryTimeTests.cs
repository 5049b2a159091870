using System.Globalization;
using ZoomConnector.Http;

namespace ZoomConnector.Tests.Http;

public sealed class RetryTimeTests
{
    [Theory]
    [InlineData("2026-09-07T08:15:20Z", "2026-09-07T08:15:20Z")]
    [InlineData("2026-09-07T08:15:20.5Z", "2026-09-07T08:15:20.5Z")]
    [InlineData("2026-09-07T10:15:20+02:00", "2026-09-07T08:15:20Z")]
    [InlineData("Mon, 07 Sep 2026 08:15:20 GMT", "2026-09-07T08:15:20Z")]
    [InlineData("20", "2026-09-07T08:15:20Z")]
    [InlineData("1.5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_InAnyUsualForm_GivesTheMoment(string? value, string? moment)
    {
        var now = new DateTimeOffset(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);
        DateTimeOffset? expected = moment is null ? null : DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        Assert.Equal(expected, RetryTime.Read(value, now));
    }
}
