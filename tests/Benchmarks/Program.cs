using Benchmarks;
using Benchmarks.Audit;
using Benchmarks.Canvas;
using Benchmarks.Chat;
using Benchmarks.Policy;
using Benchmarks.Sweep;
using Benchmarks.TermEnd;
using Benchmarks.Webhooks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true; // so that the programs that were started are ended too
    stop.Cancel();
};

if (args is ["bot", .. var settings])
    return await BotProgram.RunAsync(settings, stop.Token);
if (args is ["verb", .. var verb])
    return await VerbProgram.RunAsync(verb);
if (args is ["sweep-program", .. var registry])
    return await SweepProgram.RunAsync(registry, stop.Token);
if (args is ["connector", var address])
    return await ConnectorProgram.RunAsync(address, stop.Token);
if (args is ["webhook-bare"])
    return await BareProgram.RunAsync(stop.Token);
if (args is ["term-end-program", var root, .. var host])
    return await TermEndProgram.RunAsync(root, host, stop.Token);
if (
    args
        is not [
            ("policy" or "chat" or "canvas-list" or "canvas-upload" or "audit" or "sweep" or "term-end" or "webhooks")
            and var name,
            .. var rest,
        ]
    || rest is not ([] or ["--contestant-only"] or ["--count", _])
    || !TryCount(name, rest, out var count)
)
{
    await Console.Error.WriteLineAsync(
        "Usage: Benchmarks policy|chat|canvas-list|canvas-upload|audit|sweep|term-end|webhooks [--contestant-only]; of term-end also: --count N"
    );
    return 2;
}

var alone = rest is ["--contestant-only"];
try
{
    var report = name switch
    {
        "policy" => await PolicyBenchmark.RunAsync(alone, stop.Token),
        "chat" => await ChatBenchmark.RunAsync(alone, stop.Token),
        "audit" => await AuditBenchmark.RunAsync(alone, stop.Token),
        "sweep" => await SweepBenchmark.RunAsync(alone, stop.Token),
        "webhooks" => await WebhookBenchmark.RunAsync(alone, stop.Token),
        "term-end" => await TermEndBenchmark.RunAsync(count, stop.Token),
        "canvas-list" => await ListBenchmark.RunAsync(alone, stop.Token),
        _ => await UploadBenchmark.RunAsync(alone, stop.Token),
    };
    report.Print(Console.Out);
    return 0;
}
catch (BenchmarkException trouble)
{
    await Console.Error.WriteLineAsync(trouble.Message);
    return 1;
}

static bool TryCount(string name, string[] rest, out int count)
{
    count = TermEndBenchmark.Usual;
    return rest is not ["--count", var said] || (name == "term-end" && int.TryParse(said, out count) && count is > 0 and <= 100_000);
}
