namespace Journey;

/// <summary>A whole Campus for the tests of one class.</summary>
public sealed class WholeCampus : IAsyncLifetime
{
    private CampusProcess? campus;

    /// <summary>Speaks to the bot; keeps no cookies and follows no redirects.</summary>
    public HttpClient Bot { get; } = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        campus = await CampusProcess.StartAsync("doors-campus", TestContext.Current.CancellationToken);
        Bot.BaseAddress = campus.Bot;
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }
}
