using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Benchmarks.Sweep;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace Benchmarks.TermEnd;

/// <summary>
/// The product's whole host in a process of its own, and the teacher's computer beside it. It says how many recordings are left, every few seconds, and at
/// the end one line of JSON.
/// </summary>
internal static class TermEndProgram
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>When nothing has been deleted for so long, nothing will be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> RunAsync(string root, string[] settings, CancellationToken ct)
    {
        await using var app = RecordingBotHost.Build(settings);
        var began = Stopwatch.GetTimestamp();
        await app.StartAsync(ct);
        using var computer = new Computer(app.Services.GetRequiredService<AgentGateway>(), root);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var working = computer.RunAsync(stop.Token);
        var seconds = await WaitAsync(app.Services, began, working, ct);
        Console.WriteLine(JsonSerializer.Serialize(new Measured(seconds, Memory.PeakMebibytes())));
        await stop.CancelAsync();
        await app.StopAsync(ct);
        return 0;
    }

    /// <summary>Waits for the last.</summary>
    /// <returns>The seconds until it was deleted.</returns>
    private static async Task<double> WaitAsync(IServiceProvider services, long began, Task working, CancellationToken ct)
    {
        var (least, since) = (int.MaxValue, began);
        while (least > 0 && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.WhenAny(Task.Delay(Look, ct), working);
            if (working.IsCompleted)
                await working;
            await using var scope = services.CreateAsyncScope();
            var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
            var left = await registry.Recordings.CountAsync(row => row.State != RecordingState.Deleted, ct);
            Console.WriteLine(left.ToString(CultureInfo.InvariantCulture));
            if (left < least)
                (least, since) = (left, Stopwatch.GetTimestamp());
        }
        return Stopwatch.GetElapsedTime(began, since).TotalSeconds;
    }
}
