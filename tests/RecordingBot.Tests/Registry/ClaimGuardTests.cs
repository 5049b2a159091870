using CanvasConnector;
using CanvasConnector.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using ZoomConnector;

namespace RecordingBot.Tests.Registry;

/// <summary>A step whose claim somebody else has taken changes nothing in Canvas or Zoom any more, whichever step it is.</summary>
public sealed class ClaimGuardTests : CampusTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Canvas_IsChangedOnlyWhileTheClaimStands(bool taken) =>
        Assert.Equal(
            !taken,
            await WorkAsync(
                taken,
                (services, ct) =>
                    services
                        .GetRequiredService<CanvasClient>()
                        .Conversations.SendAsync([new CanvasId<CanvasUser>("2")], "Hello", "Hello", ct: ct)
            )
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Zoom_IsChangedOnlyWhileTheClaimStands(bool taken) =>
        Assert.Equal(
            !taken,
            await WorkAsync(
                taken,
                (services, ct) => services.GetRequiredService<ZoomClient>().Settings.SetLocalRecordingAsync("zoom-teacher", true, ct)
            )
        );

    /// <summary>Calls in the name of a claim; whether it could.</summary>
    private async Task<bool> WorkAsync(bool taken, Func<IServiceProvider, CancellationToken, Task> call)
    {
        await Campus.DecidedAsync();
        var claims = Campus.Services.GetRequiredService<Claims>();
        await UpdateAsync(rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.NextCheckAt, Campus.Now), Ct));
        var claim = Assert.Single(await claims.TakeAsync(1, Ct));
        return await claims.WorkAsync(
            claim,
            async ct =>
            {
                if (taken)
                    await UpdateAsync(rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Fence, row => row.Fence + 1), ct));
                await call(Campus.Services, ct);
            },
            Ct
        );
    }

    private Task<int> UpdateAsync(Func<DbSet<RecordingBot.Recordings.RecordingRow>, Task<int>> update) =>
        Campus.ReadAsync(registry => update(registry.Recordings));
}
