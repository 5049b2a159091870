using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Notices;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Hosting;

/// <summary>An ended host leaves memory, so that one process may start a thousand of them.</summary>
public sealed class EndedHostTests
{
    private const int MostCollections = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_Ended_LeavesMemory() => Assert.False(await StaysAsync(_ => { }));

    /// <summary>Once this fails, the framework's middleware lets go of its timer, and <see cref="RateGate"/> may go.</summary>
    [Fact]
    public async Task Host_WithTheFrameworksOwnRateLimiter_Stays() =>
        Assert.True(await StaysAsync(services => services.AddRateLimiter(_ => { }).AddSingleton<IStartupFilter, FrameworksOwn>()));

    private static async Task<bool> StaysAsync(Action<IServiceCollection> change)
    {
        await using var campus = new SmallCampus(change);
        await campus.StartPeersAsync();
        var ended = await LiveAsync(campus);
        // Libraries keep the last host's loggers, and no other's.
        await LiveAsync(campus);
        for (var collection = 0; ended.IsAlive && collection < MostCollections; collection++)
        {
            await Task.Delay(20, Ct);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
            GC.WaitForPendingFinalizers();
        }
        return ended.IsAlive;
    }

    /// <summary>A host that has done something behind each limit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LiveAsync(SmallCampus campus)
    {
        await campus.StartBotAsync();
        campus.Services.GetRequiredService<ConsentLimits>();
        campus.Services.GetRequiredService<NoticeMisses>();
        await campus.Bot.GetAsync("teacher", "/tasks");
        await campus.SettleAsync();
        var host = new WeakReference(campus.Services.GetRequiredService<DataFolder>());
        await campus.StopBotAsync();
        return host;
    }

    private sealed class FrameworksOwn : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.UseRateLimiter();
                next(app);
            };
    }
}
