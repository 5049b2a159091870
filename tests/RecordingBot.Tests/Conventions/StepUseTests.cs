using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Conventions;

public sealed class StepUseTests
{
    private static readonly Type[] Steps =
    [
        .. typeof(IStep).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IStep))),
    ];

    [Fact]
    public void Steps_AsTheyAre_DoNotCallEachOther()
    {
        var sources = House.Sources("src/RecordingBot").Select(file => (House.Relative(file), File.ReadAllText(file)));

        Assert.Empty(StepUse.Offences([.. Steps.Select(step => step.Name)], sources));
    }

    [Fact]
    public void Steps_AsTheyAre_AreOneForEachThingThatCanBeDue() => Assert.Equal(Enum.GetValues<Step>().Length - 1, Steps.Length);

    [Theory]
    [InlineData("src/RecordingBot/Expiry/WarnStep.cs", "await new PublishStep().ActAsync();", 1)]
    [InlineData("src/RecordingBot/Registry/Reconciler.cs", "PublishStep publish", 1)]
    [InlineData("src/RecordingBot/Publication/PublicationFeature.cs", "AddScoped<IStep, PublishStep>()", 0)]
    [InlineData("src/RecordingBot/Publication/PublishStep.cs", "class PublishStep", 0)]
    [InlineData("src/RecordingBot/Expiry/WarnStep.cs", "UnpublishSteps", 0)]
    public void Step_NamedElsewhere_IsFound(string path, string text, int offences) =>
        Assert.Equal(offences, StepUse.Offences(["PublishStep", "UnpublishStep"], [(path, text)]).Count);
}
