using Microsoft.Extensions.Options;

namespace RecordingBot.Packs;

/// <summary>
/// Says at start what a rule of the active pack wants stated and the pack doesn't (<c>retention.sensitive-routine</c>). A warning everywhere, in
/// Production too: a missing routine is the institution's to write, and a program that refused to start would delete nothing on time meanwhile.
/// </summary>
public sealed partial class UnstatedKeys(PackLibrary packs, IOptions<PolicyOptions> options, ILogger<UnstatedKeys> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var pack = packs.Packs[options.Value.Pack];
        foreach (var key in pack.Unstated)
            LogUnstated(pack.Name, key);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "packs: the pack {Pack} does not state {Key}, which one of its rules wants documented")]
    private partial void LogUnstated(string pack, string key);
}
