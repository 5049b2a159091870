using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>What several instances would do alike is done by one at a time; transactions come one after the other.</summary>
public sealed class TurnTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_RungForInTwoInstances_IsDoneByOneAfterTheOther()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var work = new CountedWork(() => Task.Delay(300, Ct));

        await Task.WhenAll(
            (await shared.JoinAsync()).GetRequiredService<Turns>().RunAsync(work, Ct),
            (await shared.JoinAsync()).GetRequiredService<Turns>().RunAsync(work, Ct)
        );

        Assert.Equal((2, 1), (work.Runs, work.MostAtOnce));
    }

    [Theory]
    [InlineData("course 101", 1)]
    [InlineData("course 102", 2)]
    public async Task Whatever_HasOneName_IsDoneByOneAfterTheOther(string other, int most)
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (here, there) = (
            (await shared.JoinAsync()).GetRequiredService<Turns>(),
            (await shared.JoinAsync()).GetRequiredService<Turns>()
        );
        var work = new CountedWork(() => Task.Delay(2000, Ct));

        await Task.WhenAll(here.AloneAsync("course 101", work.RunDueAsync, Ct), there.AloneAsync(other, work.RunDueAsync, Ct));

        Assert.Equal((2, most), (work.Runs, work.MostAtOnce));
    }

    [Fact]
    public async Task Whatever_AnotherHasTakenOver_IsToldToWhoeverDidIt()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (paused, other) = (await shared.JoinAsync(), await shared.JoinAsync());

        await Assert.ThrowsAsync<ClaimLostException>(() =>
            paused
                .GetRequiredService<Turns>()
                .AloneAsync(
                    "course 101",
                    async ct =>
                    {
                        await shared.RunOutAsync();
                        await other.GetRequiredService<Turns>().AloneAsync("course 101", _ => Task.CompletedTask, ct);
                        await paused.GetRequiredService<Leases>().StandAsync(ct);
                    },
                    Ct
                )
        );
    }

    [Fact]
    public async Task Work_ThatEachInstanceDoesForItself_IsDoneAtTheSameTime()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        using var both = new Barrier(2);
        var work = new CountedWork(() => Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(30), Ct), Ct)) { TakesTurns = false };

        await Task.WhenAll(
            (await shared.JoinAsync()).GetRequiredService<Turns>().RunAsync(work, Ct),
            (await shared.JoinAsync()).GetRequiredService<Turns>().RunAsync(work, Ct)
        );

        Assert.Equal((2, 2), (work.Runs, work.MostAtOnce));
    }

    [Fact]
    public async Task Save_InTheNameOfATurnThatAnotherHasTaken_IsRefused()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (paused, other) = (await shared.JoinAsync(), await shared.JoinAsync());
        var refused = false;
        var work = new CountedWork(async () =>
        {
            await SaveAsync(paused, "in time");
            await shared.RunOutAsync();
            await other.GetRequiredService<Turns>().RunAsync(new CountedWork(() => Task.CompletedTask), Ct);
            refused = await Record.ExceptionAsync(() => SaveAsync(paused, "too late")) is ClaimLostException;
        });

        await paused.GetRequiredService<Turns>().RunAsync(work, Ct);

        Assert.True(refused);
        await using var scope = other.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<RegistryContext>().Keys;
        Assert.Equal(["in time"], await keys.Select(row => row.Name).ToListAsync(Ct));
    }

    [Fact]
    public async Task Transactions_OfTwoInstances_ComeOneAfterTheOther()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var (one, other) = (await shared.JoinAsync(), await shared.JoinAsync());
        await using var scope = one.CreateAsyncScope();
        await using var first = await scope.ServiceProvider.GetRequiredService<RegistryContext>().Database.BeginTransactionAsync(Ct);
        await using var otherScope = other.CreateAsyncScope();
        var second = otherScope.ServiceProvider.GetRequiredService<RegistryContext>().Database.BeginTransactionAsync(Ct);

        await Task.Delay(500, Ct);
        Assert.False(second.IsCompleted);
        await first.CommitAsync(Ct);

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task Text_ThatPostgresCannotHold_IsStoredWithAReplacement()
    {
        await using var shared = await SharedRegistry.CreateAsync(onPostgres: true);
        var one = await shared.JoinAsync();

        await SaveAsync(one, "odd \0 \ud83d name 🎓");

        await using var scope = one.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<RegistryContext>().Keys.SingleAsync(Ct);
        Assert.Equal("odd \ufffd \ufffd name 🎓", row.Name);
    }

    private static async Task SaveAsync(IServiceProvider instance, string name)
    {
        await using var scope = instance.CreateAsyncScope();
        var registry = scope.ServiceProvider.GetRequiredService<RegistryContext>();
        registry.Keys.Add(new() { Name = name, Sealed = [1] });
        await registry.SaveChangesAsync(Ct);
    }

    private sealed class CountedWork(Func<Task> act) : IDueWork
    {
        private int now;
        private int runs;

        public bool TakesTurns { get; init; } = true;

        public int Runs => runs;

        public int MostAtOnce { get; private set; }

        public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => Task.FromResult<DateTimeOffset?>(null);

        public async Task RunDueAsync(CancellationToken ct)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref now));
            Interlocked.Increment(ref runs);
            await act();
            Interlocked.Decrement(ref now);
        }
    }
}
