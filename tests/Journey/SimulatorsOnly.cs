namespace Journey;

/// <summary>The simulators and their control, without the bot, for the tests of one class.</summary>
public sealed class SimulatorsOnly : IAsyncLifetime
{
    private CampusProcess? campus;

    /// <summary>Speaks to the control.</summary>
    public HttpClient Control { get; } = new();

    public Uri Canvas => campus!.Canvas!;
    public Uri Zoom => campus!.Zoom!;

    public async ValueTask InitializeAsync()
    {
        campus = await CampusProcess.StartAsync("control-campus", TestContext.Current.CancellationToken, "--only", "canvas,zoom");
        Control.BaseAddress = campus.Control;
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        if (campus is not null)
            await campus.DisposeAsync();
    }
}
