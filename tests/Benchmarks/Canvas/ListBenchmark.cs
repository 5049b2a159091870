using System.Text.Json;

namespace Benchmarks.Canvas;

/// <summary>
/// Listing 20,000 courses of an account, 100 a page, 50 ms a page, under Canvas's throttle; beside npm <c>@kth/canvas-api</c> and <c>node-canvas-api</c>.
/// </summary>
internal static class ListBenchmark
{
    private const int Rounds = 3;

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        await using var server = await CourseServer.StartAsync(ct);
        var api = new Uri(server.Address, "api/v1").ToString();
        await using var ours = Child.Start("CanvasConnector", Environment.ProcessPath!, "connector", server.Address.ToString());
        await using var kth = alone ? null : Child.Node("canvas", "kth-list.mjs", api);
        await using var node = alone ? null : Child.Node("canvas", "node-list.mjs", api);
        (string Name, Child Program)[] contestants =
        [
            ("CanvasConnector", ours),
            .. alone ? Array.Empty<(string, Child)>() : [("@kth/canvas-api 5.1.1", kth!), ("node-canvas-api 2.0.0", node!)],
        ];
        var rows = contestants.Select(_ => new List<(Run Run, int Requests, int Refusals)>()).ToArray();
        for (var round = 0; round <= Rounds; round++) // the first to warm up
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming up" : $"round {round} of {Rounds}");
            foreach (var (index, (name, program)) in contestants.Index())
            {
                server.Begin();
                await program.TellAsync("list", ct);
                var run = JsonSerializer.Deserialize<Run>(await program.HearAsync(ct))!;
                if (run.Items != CourseServer.Courses)
                    throw new BenchmarkException($"{name} listed {run.Items} courses.");
                if (round > 0)
                    rows[index].Add((run, server.Requests, server.Refusals));
            }
        }
        return Told([.. contestants.Select(one => one.Name)], rows);
    }

    private static Report Told(string[] names, List<(Run Run, int Requests, int Refusals)>[] rows)
    {
        var ours = rows[0].Select(row => row.Run.Seconds).Median();
        return new(
            "canvas-list",
            $"Listing {CourseServer.Courses:N0} courses of an account, 100 a page, 50 ms a page, under Canvas's throttle: {Rounds} rounds by turns, the time "
                + "in the middle; requests and refusals of the worst round; each in a process of its own.",
            [
                ("seconds", "seconds"),
                ("requests", "requests"),
                ("refusals", "refusals"),
                ("peakMebibytes", "peak MiB"),
                .. names.Length > 1 ? new[] { ("ratio", "× the time") } : [],
            ],
            [
                .. names.Zip(
                    rows,
                    (name, row) =>
                        (
                            name,
                            (IReadOnlyList<double>)
                                [
                                    row.Select(one => one.Run.Seconds).Median(),
                                    row.Max(one => one.Requests),
                                    row.Max(one => one.Refusals),
                                    row.Max(one => one.Run.PeakMebibytes),
                                    .. names.Length > 1 ? new[] { row.Select(one => one.Run.Seconds).Median() / ours } : [],
                                ]
                        )
                ),
            ]
        );
    }
}
