using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RecordingAgent;
using RecordingAgent.Orders;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>Runs the agent in this process: it looks into its folders and carries out orders whenever it is rung for.</summary>
public sealed class AgentHost : IDueWork, IDisposable
{
    private readonly Agent? agent;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly string device;
    private DateTimeOffset? next;
    private DateTimeOffset looked;

    public AgentHost(
        IServiceScopeFactory scopes,
        AgentGateway gateway,
        OrderSigner signer,
        DataFolder data,
        TimeProvider clock,
        IOptions<AgentSettings> settings,
        ILogger<Agent> logger
    )
    {
        (this.scopes, this.clock, device) = (scopes, clock, settings.Value.DeviceId);
        if (settings.Value.Folders.Length == 0)
            return;
        var options = new AgentOptions
        {
            Folders = [.. settings.Value.Folders.Select(data.In)],
            StateFolder = data.In("agent"),
            DeviceId = device,
            ServerPublicKey = signer.PublicKey,
            Settle = settings.Value.Settle,
            WaveformProgram = settings.Value.WaveformProgram is { Length: > 0 } program ? program : null,
        };
        agent = new(options, gateway, clock, logger);
        gateway.Trust(device, agent.DevicePublicKey);
        next = clock.GetUtcNow();
    }

    /// <summary>Each instance has the folders of its own computer.</summary>
    public bool TakesTurns => false;

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        if (agent is null)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        // An order that was there at the last look waits with the agent, which has said when it looks again.
        var isNew = await registry.AgentOrders.AnyAsync(
            row => row.DeviceId == device && row.AnsweredAt == null && row.ExpiresAt > now && row.IssuedAt >= looked,
            ct
        );
        return isNew ? now : next;
    }

    public async Task RunDueAsync(CancellationToken ct)
    {
        if (agent is null)
            return;
        var began = clock.GetUtcNow();
        next = await agent.RunAsync(ct);
        looked = began;
    }

    public void Dispose() => agent?.Dispose();
}
