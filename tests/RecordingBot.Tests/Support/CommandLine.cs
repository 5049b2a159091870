using System.CommandLine;

namespace RecordingBot.Tests.Support;

/// <summary>Verbs, as somebody at a keyboard gives them.</summary>
internal static class CommandLine
{
    /// <summary>Runs one.</summary>
    public static async Task<(int Status, string Output, string Error)> RunAsync(Command verb, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var parsed = new RootCommand("RecordingBot") { verb }.Parse([verb.Name, .. args]);
        Assert.Empty(parsed.Errors);
        var status = await parsed.InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }
}
