using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Support;

/// <summary>Decides after which step the bot's process dies, once.</summary>
internal sealed class Death(Step after) : IDisposable
{
    private readonly CancellationTokenSource source = new();

    /// <summary>Whether it has struck.</summary>
    public bool HasStruck => source.IsCancellationRequested;

    /// <summary>Ends whatever runs in the process.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>True at the one time.</summary>
    public bool Strikes(Step step)
    {
        if (step != after || HasStruck)
            return false;
        source.Cancel();
        return true;
    }

    /// <summary>Puts the steps of a host under this fate.</summary>
    public void Into(IServiceCollection services)
    {
        foreach (var known in services.Where(service => service.ServiceType == typeof(IStep)).ToList())
        {
            services.Remove(known);
            services.AddScoped<IStep>(provider => new DyingStep(
                (IStep)ActivatorUtilities.CreateInstance(provider, known.ImplementationType!),
                this
            ));
        }
    }

    public void Dispose() => source.Dispose();
}
