using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace Benchmarks.Sweep;

/// <summary>
/// The product's registry and reconciler in a process of its own, on a registry that is there; nobody rings for them but the lines that it is told, and it
/// answers each with what it measured. Everything is as the product's host has it, but for the clock, which stands still.
/// </summary>
internal sealed class SweepProgram(IServiceProvider services, Transcript transcript)
{
    private const int Looks = 21;

    /// <summary>Runs until its standard input ends.</summary>
    /// <param name="settings">The host's settings.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<int> RunAsync(string[] settings, CancellationToken ct)
    {
        var transcript = new Transcript();
        Microsoft.AspNetCore.Builder.WebApplication app;
        using (new HostHook(change => Change(change, transcript)))
            app = RecordingBotHost.Build(settings);
        await using var built = app;
        var program = new SweepProgram(app.Services, transcript);
        while (await Console.In.ReadLineAsync(ct) is { } line)
        {
            var seconds = await program.DoAsync(line.Split(' ', 2), ct);
            Console.WriteLine(JsonSerializer.Serialize(new Measured(seconds, Memory.PeakMebibytes())));
        }
        return 0;
    }

    private static void Change(IServiceCollection services, Transcript transcript) =>
        services
            .AddSingleton<TimeProvider>(new FrozenClock(SweepRegistry.Now))
            .ConfigureDbContext<RegistryContext>(options => options.AddInterceptors(transcript));

    private async Task<double> DoAsync(string[] words, CancellationToken ct)
    {
        var reconciler = services.GetRequiredService<Reconciler>();
        switch (words)
        {
            // As at the host's start: alone on a file, or known to live among others; what a dead process had claimed is freed.
            case ["begin"]:
                foreach (var part in services.GetServices<IHostedService>().Where(part => part is RegistryStart or InstanceMark))
                    await ((IHostedLifecycleService)part).StartingAsync(ct);
                return 0;
            case ["idle"]:
                return await IdleAsync(reconciler, ct);
            case ["sweep"]:
                return await TimeAsync(() => reconciler.RunDueAsync(ct));
            case ["transcribe", var file]:
                using (transcript.To(file))
                    await reconciler.RunDueAsync(ct);
                return transcript.Count;
            case ["documented", var told]:
                var written = JsonSerializer.Deserialize<Written[]>(told)!;
                var documented = new DocumentedSweep(services.GetRequiredService<IServiceScopeFactory>(), SweepRegistry.Now);
                return await TimeAsync(() => documented.RunAsync(written[0], written[1], ct));
            default:
                throw new BenchmarkException("It doesn't know that line.");
        }
    }

    /// <summary>A look that finds nothing, and the question when to look next: what each ring costs.</summary>
    private static async Task<double> IdleAsync(Reconciler reconciler, CancellationToken ct)
    {
        List<double> looks = [];
        for (var look = 0; look < Looks; look++)
            looks.Add(
                await TimeAsync(async () =>
                {
                    await reconciler.RunDueAsync(ct);
                    if (await reconciler.NextDueAsync(ct) <= SweepRegistry.Now)
                        throw new BenchmarkException("Something is due that should not be.");
                })
            );
        return looks.Median();
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
