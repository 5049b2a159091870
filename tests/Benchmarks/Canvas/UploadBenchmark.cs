using System.Text.Json;

namespace Benchmarks.Canvas;

/// <summary>
/// Uploading a file in Canvas's three steps, beside curl and npm <c>@kth/canvas-api</c>: the time of 1 GiB, and the memory that 1 GiB and 4 GiB take. The
/// peer from npm is spared the larger one.
/// </summary>
internal static class UploadBenchmark
{
    private const int Rounds = 5;
    private const long Gibibyte = 1L << 30;

    public static async Task<Report> RunAsync(bool alone, CancellationToken ct)
    {
        await using var server = await UploadServer.StartAsync(ct);
        await using var ours = Child.Start("CanvasConnector", Environment.ProcessPath!, "connector", server.Address.ToString());
        await using var kth = alone ? null : Child.Node("canvas", "kth-upload.mjs", new Uri(server.Address, "api/v1").ToString());
        List<(string Name, Func<string, Task<Run>> Upload)> contestants = [("CanvasConnector", path => TellAsync(ours, path, ct))];
        if (kth is not null)
            contestants.AddRange([
                ("curl", path => Curl.UploadAsync(server.Address, path, ct)),
                ("@kth/canvas-api 5.1.1", path => TellAsync(kth, path, ct)),
            ]);

        var (file, large) = (Sparse("1.mp4", Gibibyte), Sparse("4.mp4", 4 * Gibibyte));
        var rounds = contestants.Select(_ => new List<Run>()).ToArray();
        for (var round = 0; round <= Rounds; round++) // the first to warm up
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming up" : $"round {round} of {Rounds}");
            foreach (var (index, (name, upload)) in contestants.Index())
                rounds[index].Add(Whole(name, await upload(file), Gibibyte));
        }
        var larger = new List<Run>();
        foreach (var (name, upload) in contestants.Take(2))
            larger.Add(Whole(name, await upload(large), 4 * Gibibyte));
        return Told([.. contestants.Select(one => one.Name)], [.. rounds.Select(all => all.Skip(1).ToList())], larger);
    }

    private static async Task<Run> TellAsync(Child program, string path, CancellationToken ct)
    {
        await program.TellAsync("upload " + path, ct);
        return JsonSerializer.Deserialize<Run>(await program.HearAsync(ct))!;
    }

    private static Run Whole(string name, Run run, long size) =>
        run.Items == size ? run : throw new BenchmarkException($"{name} sent {run.Items} bytes of {size}.");

    // Without blocks on the disk, which would be measured too.
    private static string Sparse(string name, long size)
    {
        var path = Path.Combine(Path.GetTempPath(), name);
        using var file = File.Create(path);
        file.SetLength(size);
        return path;
    }

    private static Report Told(string[] names, List<Run>[] rounds, List<Run> larger)
    {
        var compared = names.Length > 1 ? rounds[1].Select(run => run.Seconds).Median() : 0;
        return new(
            "canvas-upload",
            $"Uploading 1 GiB in three steps to a server that keeps nothing: {Rounds} rounds by turns, the time in the middle; the most memory held while "
                + "1 GiB went, and 4 GiB; each in a process of its own.",
            [
                ("seconds", "seconds"),
                ("peakMebibytes", "peak MiB"),
                .. names.Length > 1 ? new[] { ("ratio", "× curl's") } : [],
                ("peakMebibytesOf4GiB", "peak MiB, 4 GiB"),
            ],
            [
                .. names.Zip(
                    rounds,
                    (name, runs) =>
                        (
                            name,
                            (IReadOnlyList<double>)
                                [
                                    runs.Select(run => run.Seconds).Median(),
                                    runs.Max(run => run.PeakMebibytes),
                                    .. names.Length > 1 ? new[] { runs.Select(run => run.Seconds).Median() / compared } : [],
                                    .. larger.Skip(Array.IndexOf(names, name)).Take(1).Select(run => run.PeakMebibytes),
                                ]
                        )
                ),
            ]
        );
    }
}
