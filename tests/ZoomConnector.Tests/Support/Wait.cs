namespace ZoomConnector.Tests.Support;

/// <summary>Waits in real time for what other threads do.</summary>
internal static class Wait
{
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var look = 0; look < 3000; look++)
        {
            if (await isSo())
                return;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come about within half a minute.");
    }
}
