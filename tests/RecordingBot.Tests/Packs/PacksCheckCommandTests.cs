using System.CommandLine;
using System.Diagnostics;
using RecordingBot.Packs;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Packs;

public sealed class PacksCheckCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("recordingbot-check-").FullName;

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "packs");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Scratch.Remove(folder);

    [Theory]
    [InlineData("base", "controller, contact, dpo, privacyPolicy, disposal")]
    [InlineData("lund", "contact, dpo, privacyPolicy")]
    [InlineData("boras", "controller.registrationNumber, controller.address")]
    [InlineData("example", "contact, dpo, privacyPolicy")]
    public async Task Check_APackAsShipped_NamesItsBlanks(string pack, string blanks)
    {
        var (status, output, error) = await RunAsync(Path.Combine(Shipped, pack + ".yaml"));

        Assert.Equal((0, ""), (status, error));
        Assert.Contains(PackReader.ReadFolder(Shipped).Packs[pack].Edition, output, StringComparison.Ordinal);
        Assert.Contains($"yet to fill in {blanks}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("sensitiveRoutine: { sv: Raderas efter ett år., en: Erased after a year. }", false)]
    [InlineData("sensitiveRoutine: Dnr 1234-26", false)]
    [Trait("Rule", "retention.sensitive-routine")]
    public async Task Check_WithoutTheRoutineThatARuleWants_SaysSoAndLoads(string stated, bool says)
    {
        var (status, output, error) = await RunAsync(await WriteAsync("own", $"pack: own\nextends: boras\n{stated}\n"));

        Assert.Equal((0, ""), (status, error));
        Assert.Equal(says, output.Contains("wants these stated: sensitiveRoutine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_APackWithMistakes_NamesThemAllAndWritesNothing()
    {
        var file = await WriteAsync(
            "own",
            """
            pack: other
            extends: lund
            rules:
              on: [purpose.clear]
            normalPublication: none-prescribed
            transit: long
            disposal: { reference: x, role: y, validFrom: 2020-02-30 }
            add:
              categories: [education.workshop]
            colour: blue
            """
        );
        var before = Directory.GetFileSystemEntries(folder);

        var (status, output, error) = await RunAsync(file);

        Assert.Equal((2, ""), (status, output));
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(
            ["own.yaml(1)", "own.yaml(4)", "own.yaml(5)", "own.yaml(6)", "own.yaml(7)", "own.yaml(9)", "own.yaml(10)"],
            lines.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])
        );
        Assert.DoesNotContain(folder, error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task Check_APackWhoseParentIsBroken_TellsOfTheParent()
    {
        await WriteAsync("middle", "pack: middle\nextends: base\ntransit: long\n");
        await WriteAsync("unrelated", "pack: unrelated\nextends: nobody\n");

        var (status, _, error) = await RunAsync(await WriteAsync("own", "pack: own\nextends: middle\n"));

        Assert.Equal(2, status);
        Assert.StartsWith(
            "middle.yaml(3): ",
            Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Check_APackFilledIn_HasNoBlanks()
    {
        var file = await WriteAsync(
            "own",
            """
            pack: own
            extends: boras
            controller: { name: Campus, registrationNumber: 202100-0000, address: Street 1, phone: "1", email: registrator@campus.example.edu }
            contact: { email: contact@campus.example.edu }
            dpo: { email: dpo@campus.example.edu }
            privacyPolicy: https://campus.example.edu/privacy
            add:
              categories: [education.workshop]
            """
        );

        var (status, output, error) = await RunAsync(file);

        Assert.Equal((0, ""), (status, error));
        Assert.DoesNotContain("fill in", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.yaml")]
    [InlineData("no/such/folder/own.yaml")]
    public async Task Check_AFileThatIsNotThere_IsAnErrorWithoutItsPath(string file)
    {
        var (status, output, error) = await RunAsync(Path.Combine(folder, file));

        Assert.Equal((2, ""), (status, output));
        Assert.Equal("FILE: the file can't be read.", error.Trim());
    }

    [Fact]
    public async Task Check_OfTheProgramItself_NeedsNoSettings()
    {
        var file = await WriteAsync("own", "pack: own\nextends: boras\n");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "RecordingBot.dll"), "packs", "check", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            }
        )!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.StartsWith("own loads:", await output, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    private async Task<string> WriteAsync(string pack, string text)
    {
        var file = Path.Combine(folder, pack + ".yaml");
        await File.WriteAllTextAsync(file, text, Ct);
        return file;
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(string file)
    {
        var root = new RootCommand("RecordingBot") { new Command("packs") { new PacksCheckCommand(() => Shipped).Create() } };
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await root.Parse(["packs", "check", file]).InvokeAsync(new() { Output = output, Error = error }, Ct);
        return (status, output.ToString(), error.ToString());
    }
}
