using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Packs;

/// <summary>A wrong pack stops the start with a message that names it.</summary>
public sealed class PolicyOptionsCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-packs-").FullName;

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "packs");

    public void Dispose() => Scratch.Remove(folder);

    [Theory]
    [InlineData("lund")]
    [InlineData("example")]
    public void Pack_AsShipped_IsTakenOutsideProduction(string pack) => Assert.Empty(Check(Shipped, pack, "Campus"));

    [Fact]
    public void Pack_ThatIsNotThere_IsNamedWithThoseThatAre()
    {
        var failure = Assert.Single(Check(Shipped, "uppsala", "Campus"));

        Assert.Contains("'uppsala'", failure, StringComparison.Ordinal);
        Assert.Contains("base, boras, example, lund", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("base", "controller")]
    [InlineData("lund", "dpo")]
    [InlineData("lund", "contact")]
    [InlineData("lund", "privacyPolicy")]
    [InlineData("boras", "controller.registrationNumber")]
    public void Pack_WithPlaceholders_IsRefusedInProductionByTheirNames(string pack, string missing) =>
        Assert.Contains(missing, Assert.Single(Check(Shipped, pack, Environments.Production)), StringComparison.Ordinal);

    [Fact]
    public void Pack_FilledIn_IsTakenInProduction()
    {
        Copy("base");
        Write(
            "mine",
            """
            pack: mine
            extends: base
            controller: { name: Campus, registrationNumber: 202100-0000, address: Street 1, phone: "1", email: registrator@campus.example.edu }
            contact: { email: contact@campus.example.edu }
            dpo: { email: dpo@campus.example.edu }
            privacyPolicy: https://campus.example.edu/privacy
            disposal: { reference: DNR 1, role: archivist, validFrom: 2020-01-01 }
            """
        );

        Assert.Empty(Check(folder, "mine", Environments.Production));
    }

    [Fact]
    public void Packs_WithMistakes_AreToldAllAtOnceWithFileAndLine()
    {
        Copy("base");
        Write("one", "pack: one\nextends: base\ntimeZone: Mars/Olympus\nnonsense: 1\n");
        Write("two", "pack: two\nextends: nobody\nlongestRetention: two years\n");

        var failures = Check(folder, "one", "Campus");

        Assert.Contains(failures, failure => failure.StartsWith("one.yaml(3):", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("one.yaml(4):", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("two.yaml(2):", StringComparison.Ordinal));
        Assert.Contains(failures, failure => failure.StartsWith("two.yaml(3):", StringComparison.Ordinal));
        Assert.All(failures, failure => Assert.DoesNotContain(folder, failure, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_InProductionWithPlaceholders_IsRefusedByName()
    {
        await using var bot = RecordingBotHost.Build([
            "--environment=Production",
            $"--data={folder}",
            "--Policy:Pack=lund",
            "--Logging:LogLevel:Default=None",
        ]);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => bot.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(
            "Policy:Pack: the institution has yet to fill in contact, dpo, privacyPolicy of pack 'lund'.",
            refusal.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Folder_WithoutPacks_IsAMistake() => Assert.NotEmpty(Check(folder, "lund", "Campus"));

    private static IReadOnlyList<string> Check(string packs, string pack, string environment)
    {
        var check = new PolicyOptionsCheck(PackReader.ReadFolder(packs), new HostingEnvironment { EnvironmentName = environment });
        return [.. check.Validate(null, new PolicyOptions { Pack = pack, Folder = packs }).Failures ?? []];
    }

    private void Write(string pack, string text) => File.WriteAllText(Path.Combine(folder, pack + ".yaml"), text);

    private void Copy(string pack) => File.Copy(Path.Combine(Shipped, pack + ".yaml"), Path.Combine(folder, pack + ".yaml"));
}
