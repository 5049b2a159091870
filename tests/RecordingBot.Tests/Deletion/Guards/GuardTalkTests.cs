using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion.Guards;
using RecordingBot.Registry;
using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.Deletion.Guards;

/// <summary>The two persons who release a guard can do so in the chat, each with a reason.</summary>
public sealed class GuardTalkTests : IAsyncLifetime
{
    private const string Reason = "The lectures were recorded in the wrong room";
    private readonly BotHouse house = new();
    private Talker dpo = null!;
    private Talker admin = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await house.InitializeAsync();
        (dpo, admin) = (await house.TalkerAsync("dpo"), await house.TalkerAsync("course-admin"));
        await dpo.SayAsync("english");
        await admin.SayAsync("english");
        await house.WithAsync(async services =>
        {
            var registry = services.GetRequiredService<RegistryContext>();
            var now = house.Clock.GetUtcNow();
            registry.Guards.Add(
                new()
                {
                    Id = Guid.CreateVersion7(now),
                    Kind = GuardKind.Removals,
                    TrippedAt = now,
                }
            );
            await services.GetRequiredService<RemovalGuards>().AskAsync(GuardKind.Removals, GuardAnswer.Release, Ct, "20");
            return await registry.SaveChangesAsync(Ct);
        });
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Release_ByTwoPersons_LetsRemovalGoOn()
    {
        await dpo.SayAsync("tasks");
        Assert.Contains("Release removal", dpo.Buttons);
        await dpo.SayAsync("release removal");
        Assert.Contains("more recordings were about to be removed", dpo.Heard, StringComparison.Ordinal);
        await dpo.SayAsync(Reason);
        Assert.True(await StandsAsync());

        await admin.SayAsync("Låt raderingen fortsätta");
        Assert.Contains(Reason, admin.Heard, StringComparison.Ordinal);
        await admin.SayAsync("I have looked at them");

        Assert.False(await StandsAsync());
    }

    [Fact]
    public async Task Keep_ByTheSecond_AsksTheFirstAgain()
    {
        await dpo.SayAsync("release removal");
        await dpo.SayAsync(Reason);
        await admin.SayAsync("keep it paused");
        await admin.SayAsync("It looks like a mistake");

        Assert.True(await StandsAsync());
        await dpo.SayAsync("tasks");
        Assert.Contains("It looks like a mistake", dpo.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_BySomebodyWhomNobodyAsked_SaysSo()
    {
        await admin.SayAsync("release removal");

        Assert.StartsWith("No paused removal", admin.Heard, StringComparison.Ordinal);
        Assert.True(await StandsAsync());
    }

    private Task<bool> StandsAsync() => house.ReadAsync(registry => registry.Guards.AnyAsync(guard => guard.EndedAt == null, Ct));
}
