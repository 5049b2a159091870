namespace RecordingBot.Tests.Support;

/// <summary>Tests that have a campus of their own each.</summary>
public abstract class CampusTests : IAsyncLifetime
{
    protected SmallCampus Campus { get; } = new();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Campus.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
