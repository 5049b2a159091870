using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Folders;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CanvasConnector.Tests.Files;

/// <summary>Uploads over lines that break, stand still, drip and never end. The storage's patience in these tests is one second.</summary>
public sealed class UploadWireTests
{
    private const int Size = 32 * 1024 * 1024; // more than all buffers on the way hold
    private const string Shown = "GET /api/v1/files/90210";
    private static readonly CanvasId<Course> Course = new("101");
    private static readonly FileToUpload File = new("a.mp4", Size, "video/mp4", new CanvasId<CanvasFolder>("5"));
    private static readonly string Body = Storage.File(90210, "a.mp4", Size);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upload_ResetInTheMiddle_BeginsAgainWithFreshBytes()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Canvas.Receive(Storage.Send, ResetAsync);
        storage.Takes(http => ScriptedCanvas.WriteAsync(http, 201, "application/json", Body)).Canvas.On(Shown, Body);
        using var client = storage.Client();
        var opened = new List<Pattern>();

        var file = await client.Files.UploadAsync(Course, File, () => Opened(opened), ct: Ct);

        Assert.Equal("90210", file.Id.Value);
        Assert.Equal((2, 2), (opened.Count, storage.Count(Storage.Announce)));
        Assert.All(opened, bytes => Assert.True(bytes.IsClosed));
        Assert.Equal($"file.mp4 video/mp4 {Size}", storage.Parts[^1].Value);
    }

    [Fact]
    public async Task Upload_ReceiverDrips_TakesTheTimeItTakes()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Canvas.Receive(
            Storage.Send,
            async http =>
            {
                for (var received = 0L; received < Size; received += 4 * 1024 * 1024)
                {
                    await ReadAsync(http, 4 * 1024 * 1024);
                    await Task.Delay(TimeSpan.FromMilliseconds(300), http.RequestAborted);
                }
                await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
                await ScriptedCanvas.WriteAsync(http, 201, "application/json", Body);
            }
        );
        using var client = storage.Canvas.On(Shown, Body).Client(options => options.UploadStallTimeout = TimeSpan.FromSeconds(1));

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal(("90210", 1), (file.Id.Value, storage.Count(Storage.Send)));
    }

    [Theory]
    [InlineData(1_000_000)] // stands still in the middle
    [InlineData(Size * 2)] // takes all, and says nothing
    public async Task Upload_ReceiverStandsStill_IsGivenUpAndFoundAllTheSame(int taken)
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Canvas.Receive(
            Storage.Send,
            async http =>
            {
                await ReadAsync(http, taken);
                storage.Keep(90210, "a.mp4", Size);
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        using var client = storage.Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal(("90210", 1), (file.Id.Value, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_ReceiverStandsStillEachTime_IsUnavailable()
    {
        await using var storage = await Storage.StartAsync(Ct);
        for (var i = 0; i < 3; i++)
            storage.Canvas.Receive(Storage.Send, http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var client = storage.Client();

        var fault = await FaultAsync(client);

        Assert.Equal((CanvasErrorKind.Unavailable, null, 3), (fault.Kind, fault.Status, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_AnswerDripsWithoutEnd_IsGivenUp()
    {
        await using var storage = await Storage.StartAsync(Ct);
        for (var i = 0; i < 3; i++)
            storage.Takes(http => DripAsync(http, 16, TimeSpan.FromMilliseconds(50)));
        using var client = storage.Client();

        Assert.Equal(CanvasErrorKind.Unavailable, (await FaultAsync(client)).Kind);
    }

    [Fact]
    public async Task Upload_AnswerPoursWithoutEnd_IsProtocol()
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var client = storage.Takes(http => DripAsync(http, 32 * 1024, TimeSpan.Zero)).Client();

        Assert.Equal((CanvasErrorKind.Protocol, 1), ((await FaultAsync(client)).Kind, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_Cancelled_EndsAtOnceAndAsksNothingMore()
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        storage.Canvas.Receive(
            Storage.Send,
            async http =>
            {
                await ReadAsync(http, 1_000_000);
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        using var client = storage.Canvas.Client(); // whose own patience is a minute
        var bytes = new Pattern(Size);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Files.UploadAsync(Course, File, () => bytes, ct: stop.Token));

        Assert.True(bytes.IsClosed);
        Assert.Equal([Storage.List, Storage.Announce, Storage.Send], storage.Canvas.Seen.Select(seen => seen.Request));
    }

    [Fact]
    public async Task Upload_ReceiverTakesNothing_ReadsNoFurtherThanBuffersHold()
    {
        const long size = 4L * 1024 * 1024 * 1024;
        await using var storage = await Storage.StartAsync(Ct);
        storage.Canvas.Receive(
            Storage.Send,
            async http =>
            {
                storage.Keep(90210, "a.mp4", size);
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        using var client = storage.Client();
        var bytes = new Pattern(size);

        await client.Files.UploadAsync(Course, new FileToUpload("a.mp4", size, "video/mp4", File.FolderId!), () => bytes, ct: Ct);

        Assert.InRange(bytes.Position, 1, 64 * 1024 * 1024);
    }

    private static Pattern Opened(List<Pattern> opened)
    {
        opened.Add(new Pattern(Size));
        return opened[^1];
    }

    private static Task<CanvasException> FaultAsync(CanvasClient client) =>
        Assert.ThrowsAsync<CanvasException>(() => client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct));

    private static async Task ResetAsync(HttpContext http)
    {
        await ReadAsync(http, 5_000_000);
        http.Abort();
    }

    private static async Task ReadAsync(HttpContext http, long count)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var buffer = new byte[64 * 1024];
        for (int read; count > 0 && (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0; )
            count -= read;
    }

    private static async Task DripAsync(HttpContext http, int piece, TimeSpan pause)
    {
        http.Response.StatusCode = 201;
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(new byte[piece], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(pause, http.RequestAborted);
        }
    }
}
