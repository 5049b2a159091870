using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using RecordingBot.Decisions;
using RecordingBot.Packs;

namespace RecordingBot.Tests.Decisions;

public sealed class DecideCommandTests : IDisposable
{
    private static readonly string Case = Path.Combine(AppContext.BaseDirectory, "Cases", "lund-lecture-normal.json");
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Decide_AFinishedRequest_PrintsItsDecision()
    {
        await WriteAsync(RequestOf(Case));

        var (status, output, error) = await RunAsync("decide", "--pack", "lund", file);

        Assert.Equal((0, ""), (status, error));
        using var decision = JsonDocument.Parse(output);
        Assert.Equal("approved", decision.RootElement.GetProperty("outcome").GetString());
        Assert.Equal(64, decision.RootElement.GetProperty("edition").GetString()!.Length);
    }

    [Fact]
    public async Task Decide_ARefusal_IsAnAnswer()
    {
        await WriteAsync(RequestOf(Path.Combine(AppContext.BaseDirectory, "Cases", "lund-legitimate-interest.json")));

        var (status, output, _) = await RunAsync("decide", "--pack", "lund", file);

        Assert.Equal(0, status);
        Assert.Contains("\"refused\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "$:")]
    [InlineData("""{ "pack": "lund", "pack": "lund" }""", "$:")]
    [InlineData("""{ "pack": "lund" }""", "meeting")]
    [InlineData("""{ "pack": "base" }""", "pack:")]
    public async Task Decide_WhatCannotBeRead_NamesThePathAndPrintsNothing(string request, string path)
    {
        await WriteAsync(request);

        var (status, output, error) = await RunAsync("decide", "--pack", "lund", file);

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(error.Split('\n'), line => line.StartsWith(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Decide_APackThatIsNotThere_IsAnError()
    {
        await WriteAsync(RequestOf(Case));

        var (status, output, error) = await RunAsync("decide", "--pack", "uppsala", file);

        Assert.Equal((2, ""), (status, output));
        Assert.StartsWith("pack:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_AFileThatIsNotThere_IsAnErrorWithoutItsPath()
    {
        var (status, output, error) = await RunAsync("decide", "--pack", "lund", file + ".missing");

        Assert.Equal((2, ""), (status, output));
        Assert.StartsWith("FILE:", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_FromStandardInput_OfTheProgramItself_IsTheSame()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "RecordingBot.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "decide", "--pack", "lund", "-"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            }
        )!;
        await process.StandardInput.WriteAsync(RequestOf(Case));
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);

        Assert.Equal((0, ""), (process.ExitCode, await error));
        using var decision = JsonDocument.Parse(await output);
        Assert.Equal("approved", decision.RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Decide_NestedTooDeep_IsUnreadable()
    {
        await WriteAsync(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40));

        Assert.Equal(2, (await RunAsync("decide", "--pack", "lund", file)).Status);
    }

    private static string RequestOf(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty("request").GetRawText();
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(file, text, Ct);

    private static async Task<(int Status, string Output, string Error)> RunAsync(params string[] args)
    {
        var root = new RootCommand("RecordingBot")
        {
            new DecideCommand(() => PackReader.ReadFolder(Path.Combine(AppContext.BaseDirectory, "packs"))).Create(),
        };
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var status = await root.Parse(args).InvokeAsync(new() { Output = output, Error = error }, Ct);
        return (status, output.ToString(), error.ToString());
    }
}
