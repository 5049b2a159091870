using RecordingAgent.Watching;

namespace RecordingAgent.Tests.Watching;

public class TroubleTests
{
    [Fact]
    public async Task Root_Missing_IsToldOnceAndItsReturnToo()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        Directory.Move(computer.Root, computer.Root + "-away");
        var since = computer.Clock.GetUtcNow();

        Assert.NotNull(await computer.LookAsync());
        computer.Clock.Advance(TimeSpan.FromMinutes(5));
        await computer.LookAsync();
        computer.Restart();
        await computer.LookAsync();
        var told = Assert.Single(computer.Server.Troubles);
        Directory.Move(computer.Root + "-away", computer.Root);
        Assert.Null(await computer.LookAsync());

        Assert.Equal(
            (TroubleKind.RootMissing, "", 0, since, null),
            (told.Kind, told.RelativeFolder, told.RootIndex, told.Since, told.EndedAt)
        );
        Assert.Equal(told with { EndedAt = computer.Clock.GetUtcNow() }, computer.Server.Troubles[1]);
        Assert.Equal(2, computer.Server.Troubles.Count);
        Assert.Single(computer.Server.Seen);
    }

    [Fact]
    public async Task Root_WithAnotherInItsPlace_IsToldAndNotRead()
    {
        using var computer = new Computer();
        await computer.LookAsync();
        Directory.Move(computer.Root, computer.Root + "-away");
        computer.WriteFinishedSession();

        await computer.SettleAsync();

        Assert.Equal(TroubleKind.RootChanged, Assert.Single(computer.Server.Troubles).Kind);
        Assert.Empty(computer.Server.Seen);
    }

    [Fact]
    public async Task Root_WhoseStateWasLost_KeepsItsId()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        File.Delete(Path.Combine(computer.State, "roots.json"));
        foreach (var file in Directory.GetFiles(Path.Combine(computer.State, "folders")))
            File.Delete(file);

        computer.Restart();
        await computer.SettleAsync();

        Assert.Equal(2, computer.Server.Seen.Count);
        Assert.Equal(computer.Server.Seen[0].RootId, computer.Server.Seen[1].RootId);
    }

    [Fact]
    public async Task File_ThatCannotBeRead_IsToldAndTriedAgainByItself()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        computer.WriteFinishedSession("2026-11-02 13.15.00 Analysis");
        await computer.LookAsync();
        computer.Clock.Advance(TimeSpan.FromSeconds(60));

        await using (new FileStream(computer.Path("chat.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(computer.Clock.GetUtcNow().AddSeconds(30), await computer.LookAsync());
            await computer.LookAsync();
        }
        var told = Assert.Single(computer.Server.Troubles);
        Assert.Equal("Analysis", Assert.Single(computer.Server.Seen).Topic);
        await computer.LookAsync();

        Assert.Equal((TroubleKind.Unreadable, Computer.Session), (told.Kind, told.RelativeFolder));
        Assert.Equal(["Analysis", "Algebra"], computer.Server.Seen.Select(s => s.Topic));
        Assert.NotNull(computer.Server.Troubles[^1].EndedAt);
    }

    [Fact]
    public async Task Trouble_ThatTheServerMissed_IsToldLater()
    {
        using var computer = new Computer();
        await computer.LookAsync();
        Directory.Move(computer.Root, computer.Root + "-away");
        computer.Server.IsDown = true;
        await computer.LookAsync();

        computer.Server.IsDown = false;
        computer.Restart();
        await computer.LookAsync();

        Assert.Equal(TroubleKind.RootMissing, Assert.Single(computer.Server.Troubles).Kind);
    }
}
