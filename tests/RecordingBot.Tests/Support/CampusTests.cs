namespace RecordingBot.Tests.Support;

/// <summary>Tests that have a campus of their own each.</summary>
public abstract class CampusTests : IAsyncLifetime
{
    /// <summary>On the database that the environment says: SQLite, unless told otherwise.</summary>
    /// <param name="settings">Settings of the bot, as on the command line.</param>
    protected CampusTests(params string[] settings) => Campus = new(null, settings);

    /// <summary>On the database that is named.</summary>
    /// <param name="onPostgres">PostgreSQL rather than SQLite.</param>
    /// <param name="settings">Settings of the bot, as on the command line.</param>
    protected CampusTests(bool onPostgres, params string[] settings) => Campus = new(null, settings) { OnPostgres = onPostgres };

    protected SmallCampus Campus { get; }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Campus.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Campus.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
