namespace RecordingBot.Tests.Support;

/// <summary>Tests that have a campus of their own each.</summary>
/// <param name="settings">Settings of the bot, as on the command line.</param>
public abstract class CampusTests(params string[] settings) : IAsyncLifetime
{
    protected SmallCampus Campus { get; } = new(null, settings);

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Campus.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
