using System.Diagnostics;
using System.Text.Json;
using CanvasConnector;
using CanvasConnector.Files;
using CanvasConnector.Folders;

namespace Benchmarks.Canvas;

/// <summary>
/// The connector in a process of its own, so that its memory is its own too. Each line that it is told is one run: <c>list</c>, or <c>upload</c> with a
/// file's path.
/// </summary>
internal static class ConnectorProgram
{
    public static async Task<int> RunAsync(string address, CancellationToken ct)
    {
        while (await Console.In.ReadLineAsync(ct) is { } line)
        {
            using var canvas = new CanvasClient(new() { BaseUrl = new(address), Token = new("benchmark-token") }, TimeProvider.System);
            var began = Stopwatch.GetTimestamp();
            var items = line == "list" ? await ListAsync(canvas, ct) : await UploadAsync(canvas, line["upload ".Length..], ct);
            var run = new Run(Stopwatch.GetElapsedTime(began).TotalSeconds, items, Memory.PeakMebibytes());
            Console.WriteLine(JsonSerializer.Serialize(run));
        }
        return 0;
    }

    private static async Task<long> ListAsync(CanvasClient canvas, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var course in canvas.Courses.ListForAccountAsync(new("1"), ct: ct))
            count += course.Term is null ? 0 : 1;
        return count;
    }

    private static async Task<long> UploadAsync(CanvasClient canvas, string path, CancellationToken ct)
    {
        var file = new FileToUpload("benchmark.mp4", new FileInfo(path).Length, "video/mp4", new CanvasId<CanvasFolder>("5"));
        return (await canvas.Files.UploadAsync(new("101"), file, () => File.OpenRead(path), ct: ct)).Size;
    }
}
