using RecordingBot.Hosting;

namespace RecordingBot.Tests.Conventions;

public sealed class ClosedClassTests
{
    /// <summary>What is open, and why it may be.</summary>
    private static readonly string[] MadeForInheritance =
    [
        // The Bot Framework's own names: a bot overrides what it cares for.
        "BotConnector.Turns.ActivityHandler",
        // Made by the compiler of top-level statements.
        "Program",
    ];

    public static TheoryData<Type> Assemblies =>
        [
            typeof(RecordingPolicy.LocalizedText),
            typeof(CanvasConnector.CanvasClient),
            typeof(ZoomConnector.ZoomClient),
            typeof(BotConnector.Activities.Activity),
            typeof(RecordingAgent.Agent),
            typeof(RecordingBotHost),
            typeof(CanvasSimulator.CanvasServer),
            typeof(ZoomSimulator.ZoomServer),
        ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Classes_OfEachProject_AreClosed(Type known) =>
        Assert.Empty(ClosedClasses.Offences(known.Assembly.GetTypes()).Except(MadeForInheritance, StringComparer.Ordinal));

    [Fact]
    public void Class_ThatIsOpen_IsFound() => Assert.Single(ClosedClasses.Offences([typeof(Open), typeof(Shut), typeof(ClosedClassTests)]));

#pragma warning disable CA1852, CA1812 // the offender that the guard must find
    private class Open;
#pragma warning restore CA1852, CA1812

    private abstract class Shut;
}
