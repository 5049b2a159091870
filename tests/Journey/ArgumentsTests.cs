using Campus;

namespace Journey;

public sealed class ArgumentsTests
{
    [Fact]
    public void Parse_Nothing_RunsEverythingOnTheKnownPorts()
    {
        var arguments = CampusArguments.Parse([]);

        Assert.Equal(new CampusPorts(5080, 5081, 5082, 5083), arguments.Ports);
        Assert.Equal(["bot", "canvas", "control", "zoom"], arguments.Hosts.Order(StringComparer.Ordinal));
        Assert.True(Path.IsPathFullyQualified(arguments.DataFolder));
        Assert.False(arguments.Fresh);
    }

    [Fact]
    public void Parse_SwitchBeforeAnOption_LeavesTheOptionItsValue()
    {
        var arguments = CampusArguments.Parse(["--fresh", "--base-port", "6000", "--data=somewhere"]);

        Assert.True(arguments.Fresh);
        Assert.Equal(6003, arguments.Ports.Control);
        Assert.EndsWith("somewhere", arguments.DataFolder, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canvas")]
    [InlineData("zoom")]
    public void Parse_OnlyASimulator_BringsTheControl(string part) =>
        Assert.Equal(
            new[] { part, "control" }.Order(StringComparer.Ordinal),
            CampusArguments.Parse(["--only", part]).Hosts.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Parse_PortZero_PicksFourInARow()
    {
        var ports = CampusArguments.Parse(["--base-port", "0"]).Ports;

        Assert.Equal(new CampusPorts(ports.Bot, ports.Bot + 1, ports.Bot + 2, ports.Bot + 3), ports);
        Assert.InRange(ports.Bot, 1024, 65532);
    }

    [Theory]
    [InlineData("--base-port")]
    [InlineData("--base-port", "80")]
    [InlineData("--base-port", "-5080")]
    [InlineData("--only", "")]
    [InlineData("--only", "teams")]
    [InlineData("--fresh=yes")]
    [InlineData("extra")]
    public void Parse_Nonsense_SaysWhat(params string[] args) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => CampusArguments.Parse(args)).Message);
}
