using System.Text.RegularExpressions;

namespace CanvasConnector.Tests.Examples;

/// <summary>The README shows what runs: its blocks of code are the regions of the examples, and its table has each kind of error.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "src", "CanvasConnector", "README.md"));

    [Fact]
    public void Examples_InTheReadme_AreTheOnesThatRun()
    {
        var source = File.ReadAllText(Path.Combine(Root, "tests", "CanvasConnector.Tests", "Examples", "ReadmeExamples.cs"));

        var shown = Blocks().Matches(Readme).Select(block => Bare(block.Groups["code"].Value));
        var run = Regions().Matches(source).Select(region => Bare(region.Groups["code"].Value));

        Assert.Equal(run, shown);
    }

    [Fact]
    public void Errors_InTheReadme_AreAllKinds()
    {
        var kinds = Rows().Matches(Readme).Select(row => row.Groups["kind"].Value);

        Assert.Equal(Enum.GetNames<CanvasConnector.Errors.CanvasErrorKind>(), kinds);
    }

    private static string Bare(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length < margin ? "" : line[margin..].TrimEnd()));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RecordingBot.sln")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException("These tests run inside the repository only.");
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();

    [GeneratedRegex(
        "#region [a-z]+\n(?<code>.*?)#endregion",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Regions();

    [GeneratedRegex("^\\| `(?<kind>[A-Za-z]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rows();
}
