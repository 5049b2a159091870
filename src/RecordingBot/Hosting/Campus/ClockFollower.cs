using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace RecordingBot.Hosting.Campus;

/// <summary>
/// Keeps the bot's clock in step with the control's: asks before anything else of the host starts, and every other second from then on,
/// so that whichever of the two was restarted is soon back. No control, or one that is silent: the system's clock, as it stands.
/// </summary>
public sealed class ClockFollower(
    MovableClock clock,
    IOptions<CampusOptions> options,
    IConfiguration configuration,
    IServer server,
    ILogger<ClockFollower> logger
) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly HttpClient control = new() { BaseAddress = options.Value.ControlUrl, Timeout = TimeSpan.FromSeconds(5) };
    private bool found = true;

    public Task StartingAsync(CancellationToken cancellationToken) => AskAsync(configuration["PublicUrl"], cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Dispose()
    {
        control.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time: the clock that is followed can't say when to ask what it shows.
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        do await AskAsync(Address(), stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private string? Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? configuration["PublicUrl"];

    private async Task AskAsync(string? own, CancellationToken ct)
    {
        try
        {
            using var answer = await control.PostAsJsonAsync("clock/followers", new { url = own }, ct);
            answer.EnsureSuccessStatusCode();
            var told = await answer.Content.ReadFromJsonAsync<ClockOffset>(ct);
            clock.SetOffset(told?.Offset ?? clock.Offset);
            Say(present: true);
        }
        catch (Exception e)
            when (e is HttpRequestException or System.Text.Json.JsonException
                || (e is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            Say(present: false);
        }
    }

    private void Say(bool present)
    {
        if (found != present)
            logger.LogInformation(
                "The campus's control is {State}.",
                present ? "there: its clock is followed" : "silent: the clock runs on by itself"
            );
        found = present;
    }
}
