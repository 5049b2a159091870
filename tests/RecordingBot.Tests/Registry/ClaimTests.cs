using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>One instance at a time works on a recording, and one that stops holds nobody up (security.md 6).</summary>
public sealed class ClaimTests
{
    private const int Many = 200;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Due_TakenBySeveralAtOnce_IsTakenOnce(bool onPostgres)
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres);
        var takers = new[] { await shared.JoinAsync(), await shared.JoinAsync(), await shared.JoinAsync() };
        var due = await SharedRegistry.AddDueAsync(takers[0], Many);

        var taken = await Task.WhenAll(takers.SelectMany(taker => new[] { TakeAllAsync(taker), TakeAllAsync(taker) }));

        Assert.Equal(due.Order(), taken.SelectMany(ids => ids).Order());
    }

    [Fact]
    public async Task Due_MoreThanOnePortion_GoesToTheLongestWaitingFirst()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var one = await shared.JoinAsync();
        var due = await SharedRegistry.AddDueAsync(one, 5);

        Assert.Equal([due[4], due[3]], (await Claims(one).TakeAsync(2, Ct)).Select(claim => claim.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Claim_WhoseLeaseHasRunOut_IsAnothers_AndTheFirstNoticesBeforeItActs(bool onPostgres)
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres);
        var (paused, other) = (await shared.JoinAsync(), await shared.JoinAsync());
        await SharedRegistry.AddDueAsync(paused, 1);
        var claim = Assert.Single(await Claims(paused).TakeAsync(1, Ct));
        var leases = paused.GetRequiredService<Leases>();
        var acted = new List<string>();

        var kept = await Claims(paused)
            .WorkAsync(
                claim,
                async ct =>
                {
                    await leases.StandAsync(ct);
                    acted.Add("before");
                    await shared.RunOutAsync();
                    Assert.Single(await Claims(other).TakeAsync(1, ct));
                    await leases.StandAsync(ct);
                    acted.Add("after");
                },
                Ct
            );

        Assert.False(kept);
        Assert.Equal(["before"], acted);
    }

    [Fact]
    public async Task Claim_WithTooLittleLeft_IsNotActedIn()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var one = await shared.JoinAsync();
        await SharedRegistry.AddDueAsync(one, 1);
        var claim = Assert.Single(await Claims(one).TakeAsync(1, Ct));

        var kept = await Claims(one)
            .WorkAsync(
                claim,
                async ct =>
                {
                    await shared.RunOutAsync();
                    await one.GetRequiredService<Leases>().StandAsync(ct);
                },
                Ct
            );

        Assert.False(kept);
    }

    [Fact]
    public async Task Claim_OfAnInstanceThatLives_IsLeftAlone_AndOfOneThatDied_IsFreeAtOnce()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (first, other) = (await shared.JoinAsync(), await shared.JoinAsync());
        await SharedRegistry.AddDueAsync(first, 1);
        Assert.Single(await Claims(first).TakeAsync(1, Ct));
        Assert.Empty(await Claims(other).TakeAsync(1, Ct));

        await shared.KillFirstAsync();

        for (var tries = 0; tries < 50 && (await Claims(other).TakeAsync(1, Ct)).Count == 0; tries++)
            await Task.Delay(100, Ct);
        await using var scope = other.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<RegistryContext>().Recordings.SingleAsync(Ct);
        Assert.Equal(other.GetRequiredService<Instance>().Id, row.LeaseOwner);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Claim_ThatIsLeft_IsTakenAgainAtOnce_AndNoOther(bool onPostgres)
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres);
        var one = await shared.JoinAsync();
        await SharedRegistry.AddDueAsync(one, 2);
        var taken = await Claims(one).TakeAsync(2, Ct);
        Assert.Empty(await Claims(one).TakeAsync(2, Ct));

        Claims(one).Leave(taken[0]);

        Assert.Equal(taken[0].Id, Assert.Single(await Claims(one).TakeAsync(2, Ct)).Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_WrittenInALostClaimsName_IsRefused(bool onPostgres)
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres);
        var (paused, other) = (await shared.JoinAsync(), await shared.JoinAsync());
        await SharedRegistry.AddDueAsync(paused, 1);
        Assert.Single(await Claims(paused).TakeAsync(1, Ct));
        await using var scope = paused.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        var row = await registry.Recordings.SingleAsync(Ct);
        await shared.RunOutAsync();
        Assert.Single(await Claims(other).TakeAsync(1, Ct));

        row.Attempts = 7;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => registry.SaveChangesAsync(Ct));
    }

    private static Claims Claims(IServiceProvider instance) => instance.GetRequiredService<Claims>();

    private static async Task<List<Guid>> TakeAllAsync(IServiceProvider instance)
    {
        List<Guid> all = [];
        while (await Claims(instance).TakeAsync(7, Ct) is { Count: > 0 } taken)
            all.AddRange(taken.Select(claim => claim.Id));
        return all;
    }
}
