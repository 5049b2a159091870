using Benchmarks;
using Benchmarks.Chat;
using Benchmarks.Policy;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true; // so that the programs that were started are ended too
    stop.Cancel();
};

if (args is ["bot", .. var settings])
    return await BotProgram.RunAsync(settings, stop.Token);
if (args is not [("policy" or "chat") and var name, .. var rest] || rest is not ([] or ["--contestant-only"]))
{
    await Console.Error.WriteLineAsync("Usage: Benchmarks policy|chat [--contestant-only]");
    return 2;
}

var alone = rest is not [];
try
{
    var report = name == "policy" ? await PolicyBenchmark.RunAsync(alone, stop.Token) : await ChatBenchmark.RunAsync(alone, stop.Token);
    report.Print(Console.Out);
    return 0;
}
catch (BenchmarkException trouble)
{
    await Console.Error.WriteLineAsync(trouble.Message);
    return 1;
}
