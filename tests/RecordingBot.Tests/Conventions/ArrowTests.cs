using System.Xml.Linq;

namespace RecordingBot.Tests.Conventions;

/// <summary>Arrows point one way, and versions stand in one place.</summary>
public sealed class ArrowTests
{
    private static readonly ProjectFile[] Product = [.. House.Projects("src", "samples").Select(ProjectFile.Read)];

    [Fact]
    public void Projects_AsTheyAre_LeanOnlyWhereTheyMay() => Assert.Empty(Arrows.Offences(Product));

    [Fact]
    public void Projects_AsTheyAre_AreSeenByThisGuard() => Assert.InRange(Product.Length, 10, 40);

    [Theory]
    [InlineData("CanvasConnector", "RecordingPolicy")]
    [InlineData("RecordingPolicy", "ZoomConnector")]
    [InlineData("RecordingAgent", "RecordingBot")]
    [InlineData("ZoomSimulator", "ZoomConnector")]
    [InlineData("RecordingBot", "CanvasSimulator")]
    public void Arrow_PointingTheWrongWay_IsFound(string from, string to)
    {
        var planted = Parse(from, $"""<ProjectReference Include="..\..\src\{to}\{to}.csproj" />""");

        Assert.Equal([$"{from} -> {to}"], Arrows.Offences([planted]));
    }

    [Fact]
    public void Project_WithoutAPlace_IsFound() => Assert.Single(Arrows.Offences([Parse("Newcomer", "")]));

    [Fact]
    public void Policy_AsItIs_LeansOnTheBaseLibraryAlone()
    {
        Assert.Empty(Arrows.PackagesOfThePolicy(Product));
        var assembly = typeof(RecordingPolicy.LocalizedText).Assembly;
        Assert.All(assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Policy_WithAPackage_IsFound() =>
        Assert.Equal(["Polly"], Arrows.PackagesOfThePolicy([Parse("RecordingPolicy", """<PackageReference Include="Polly" />""")]));

    [Theory]
    [InlineData(typeof(CanvasConnector.CanvasClient))]
    [InlineData(typeof(ZoomConnector.ZoomClient))]
    [InlineData(typeof(BotConnector.Activities.Activity))]
    [InlineData(typeof(RecordingAgent.Agent))]
    public void Library_AsBuilt_KnowsNoneOfTheOthers(Type known)
    {
        string[] ours =
        [
            "RecordingPolicy",
            "CanvasConnector",
            "ZoomConnector",
            "BotConnector",
            "RecordingAgent",
            "RecordingBot",
            "CanvasSimulator",
            "ZoomSimulator",
        ];

        Assert.Empty(known.Assembly.GetReferencedAssemblies().Select(reference => reference.Name).Intersect(ours));
    }

    [Fact]
    public void Versions_OfPackages_StandInOnePlace() =>
        Assert.Empty(House.Projects("src", "samples", "tests", "tools").Select(ProjectFile.Read).SelectMany(OwnVersions));

    [Theory]
    [InlineData("""<PackageReference Include="Polly" Version="8.0.0" />""")]
    [InlineData("""<PackageReference Include="Polly" VersionOverride="8.0.0" />""")]
    [InlineData("""<PackageReference Include="Polly"><Version>8.0.0</Version></PackageReference>""")]
    public void Version_InAProject_IsFound(string item) => Assert.Equal(["Planted: Polly"], OwnVersions(Parse("Planted", item)));

    private static IEnumerable<string> OwnVersions(ProjectFile project) =>
        project.Packages.Where(package => package.Version is not null).Select(package => $"{project.Name}: {package.Id}");

    private static ProjectFile Parse(string name, string item) =>
        ProjectFile.Of(name, XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>"));
}
