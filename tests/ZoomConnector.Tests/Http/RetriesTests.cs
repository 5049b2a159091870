using ZoomConnector.Errors;
using ZoomConnector.Http;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Http;

public sealed class RetriesTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public void WaitAfter_Unavailable_DoublesAndEndsAtTheThirdTry()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Wait(1, true, ZoomErrorKind.Unavailable));
        Assert.Equal(TimeSpan.FromSeconds(2), Wait(2, true, ZoomErrorKind.Unavailable));
        Assert.Null(Wait(3, true, ZoomErrorKind.Unavailable));
    }

    [Fact]
    public void WaitAfter_UnavailableAndNotRepeatable_IsNone() => Assert.Null(Wait(1, false, ZoomErrorKind.Unavailable));

    [Fact]
    public void WaitAfter_ThrottledUntilAMoment_ReachesIt() =>
        Assert.Equal(TimeSpan.FromSeconds(11), Wait(1, false, ZoomErrorKind.Throttled, clock.GetUtcNow().AddSeconds(10)));

    [Fact]
    public void WaitAfter_ThrottledForLong_IsTheCallersToPlan() =>
        Assert.Null(Wait(1, true, ZoomErrorKind.Throttled, clock.GetUtcNow().AddMinutes(5)));

    [Theory]
    [InlineData(ZoomErrorKind.Unauthorized)]
    [InlineData(ZoomErrorKind.Forbidden)]
    [InlineData(ZoomErrorKind.NotFound)]
    [InlineData(ZoomErrorKind.Invalid)]
    [InlineData(ZoomErrorKind.Conflict)]
    [InlineData(ZoomErrorKind.Protocol)]
    public void WaitAfter_ARefusal_IsNone(ZoomErrorKind kind) => Assert.Null(Wait(1, true, kind));

    private TimeSpan? Wait(int attempt, bool repeatable, ZoomErrorKind kind, DateTimeOffset? until = null) =>
        new Retries(clock, () => 0.5).WaitAfter(attempt, repeatable, new ZoomException(kind, "GET", "/x", "x") { RetryAfter = until });
}
