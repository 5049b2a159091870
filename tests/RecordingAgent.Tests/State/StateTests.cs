using Microsoft.Extensions.Logging.Abstractions;
using RecordingAgent.State;

namespace RecordingAgent.Tests.State;

public class StateTests
{
    [Fact]
    public void DeviceKey_MadeAtTheFirstStart_StaysAndIsTheOwnersAlone()
    {
        using var computer = new Computer();
        var first = computer.DeviceKey;

        computer.Restart();

        Assert.Equal(first, computer.DeviceKey);
        if (OperatingSystem.IsWindows())
            return; // There the user's profile keeps others out.
        var ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(ownerOnly, File.GetUnixFileMode(Path.Combine(computer.State, "device.key")));
        Assert.Equal(ownerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(computer.State));
    }

    [Fact]
    public void StateFile_HalfWritten_LeavesTheOldOne()
    {
        using var disk = new TemporaryFolder();
        StateFile.Write(disk["a.json"], new List<string> { "old" });
        File.WriteAllText(disk["a.json.half"], "[\"ne");

        Assert.Equal(["old"], StateFile.Read<List<string>>(disk["a.json"])!);
        StateFile.Write(disk["a.json"], new List<string> { "new" });
        Assert.Equal(["new"], StateFile.Read<List<string>>(disk["a.json"])!);
    }

    [Fact]
    public async Task State_Spoilt_IsLearntAnew()
    {
        using var computer = new Computer();
        computer.WriteFinishedSession();
        await computer.SettleAsync();
        foreach (var file in Directory.GetFiles(computer.State, "*.json", SearchOption.AllDirectories))
            await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);

        computer.Restart();
        await computer.SettleAsync();

        Assert.Equal(computer.Server.Seen[0].Parts, computer.Server.Seen[1].Parts);
    }

    [Fact]
    public void Agent_WithWrongSettings_NamesThemAll()
    {
        using var server = new FakeServer();
        var options = new AgentOptions
        {
            Folders = ["relative"],
            StateFolder = "",
            DeviceId = "",
            Settle = TimeSpan.FromDays(1),
        };

        var fault = Assert.Throws<ArgumentException>(() => new Agent(options, server, new ManualClock(), NullLogger<Agent>.Instance));

        Assert.All(
            ["Folders", "StateFolder", "DeviceId", "Settle"],
            name => Assert.Contains(name, fault.Message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Agent_WithItsStateAmongTheRecordings_IsRefused()
    {
        using var server = new FakeServer();
        var options = new AgentOptions
        {
            Folders = ["/zoom"],
            StateFolder = "/zoom/state",
            DeviceId = "d",
        };

        var fault = Assert.Throws<ArgumentException>(() => new Agent(options, server, new ManualClock(), NullLogger<Agent>.Instance));

        Assert.Contains("StateFolder must lie outside Folders", fault.Message, StringComparison.Ordinal);
    }
}
