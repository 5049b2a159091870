using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CanvasConnector.Tests.Files;

/// <summary>The three steps from one call, in each way that Canvas and its storages answer (facts: Canvas 5.1).</summary>
public sealed class UploadTests
{
    private const int Size = 3_000_001;
    private const string Name = "Week 5 – vågor.mp4";
    private const string Finish = "GET /api/v1/files/90210/create_success";
    private const string Shown = "GET /api/v1/files/90210";
    private static readonly CanvasId<Course> Course = new("101");
    private static readonly FileToUpload File = new(Name, Size, "video/mp4", new CanvasId<CanvasConnector.Folders.CanvasFolder>("5"));
    private static readonly string Body = Storage.File(90210, Name, Size);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(302, "/api/v1/files/90210/create_success?uuid=a%2Fb", null, Finish)]
    [InlineData(303, "/api/v1/files/90210/create_success?uuid=a%2Fb", null, Finish)]
    [InlineData(201, "/api/v1/files/90210?include[]=enhanced_preview_url", null, Shown)]
    [InlineData(201, "https://files.example.edu/90210", """{"id":90210,"size":1}""", Shown)]
    [InlineData(201, null, """{"id":"90210"}""", Shown)]
    [InlineData(200, null, """while(1);{"id":90210,"display_name":"x"}""", Shown)]
    public async Task Upload_EachWayToAnswer_EndsInTheFileAsCanvasShowsIt(int status, string? location, string? body, string readBack)
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Takes(http => AnswerAsync(http, status, location, body)).Canvas.On(readBack, Body);
        using var client = storage.Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal(("90210", Size), (file.Id.Value, file.Size));
        Assert.Equal([("zeta", "1"), ("alpha", "ö"), ("empty", ""), ("bytes", $"file.mp4 video/mp4 {Size}")], storage.Parts);
        var steps = storage.Canvas.Seen.ToList();
        Assert.Equal([Storage.List, Storage.Announce, Storage.Send, readBack], steps.Select(step => step.Request));
        Assert.Equal(["Bearer secret-token", "Bearer secret-token", "", "Bearer secret-token"], steps.Select(step => step.Authorization));
        Assert.Equal("?sig=a%2Fb%20c", steps[2].Query);
        Assert.Contains($"size={Size}", steps[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(302, "https://elsewhere.example.edu/api/v1/files/90210", null)]
    [InlineData(307, "/login", null)]
    [InlineData(302, null, null)]
    [InlineData(201, null, null)]
    [InlineData(200, null, "<html>Down for maintenance</html>")]
    [InlineData(200, null, """{"id":90210""")]
    [InlineData(200, null, """{"id":90210,"id":90211}""")]
    [InlineData(200, null, "[]")]
    public async Task Upload_AnswerThatLeadsNowhere_IsProtocolAndNotSentTwice(int status, string? location, string? body)
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var client = storage.Takes(http => AnswerAsync(http, status, location, body)).Client();

        var fault = await FaultAsync(client);

        Assert.Equal((CanvasErrorKind.Protocol, 1), (fault.Kind, storage.Count(Storage.Send)));
        Assert.DoesNotContain("sig=", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_StorageRefusesInXml_BeginsAgainAtStepOneAndSucceeds()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Takes(RefuseAsync).Takes(RefuseAsync).Takes(http => AnswerAsync(http, 201, null, Body)).Canvas.On(Shown, Body);
        using var client = storage.Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal("90210", file.Id.Value);
        Assert.Equal((3, 3), (storage.Count(Storage.Announce), storage.Count(Storage.Send)));
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], storage.Canvas.Clock.Waits);
    }

    [Theory]
    [InlineData(403, CanvasErrorKind.Invalid)]
    [InlineData(503, CanvasErrorKind.Unavailable)]
    public async Task Upload_StorageRefusesForGood_EndsAfterThreeAttempts(int status, CanvasErrorKind kind)
    {
        await using var storage = await Storage.StartAsync(Ct);
        for (var i = 0; i < 5; i++)
            storage.Takes(http => ScriptedCanvas.WriteAsync(http, status, "application/xml", "<Error><Code>AccessDenied</Code></Error>"));
        using var client = storage.Client();

        var fault = await FaultAsync(client);

        Assert.Equal((kind, status, 3), (fault.Kind, fault.Status, storage.Count(Storage.Send)));
    }

    [Theory]
    [InlineData(Name)]
    [InlineData("Week 5 – vågor-1.mp4")]
    public async Task Upload_AnswerOfTheStorageIsLost_FindsTheFileAndSendsNoSecond(string kept)
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Keep(7, Name, Size); // was there before, of the same name and size
        using var client = storage
            .Takes(http =>
            {
                storage.Keep(90210, kept, Size);
                http.Abort();
                return Task.CompletedTask;
            })
            .Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal(("90210", kept), (file.Id.Value, file.DisplayName));
        Assert.Equal(1, storage.Count(Storage.Send));
    }

    [Fact]
    public async Task Upload_AnswerOfTheThirdStepIsLost_FindsTheFileAndSendsNoSecond()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Takes(http => AnswerAsync(http, 302, "/api/v1/files/90210/create_success?uuid=x", null));
        storage.Canvas.On(
            Finish,
            http =>
            {
                storage.Keep(90210, Name, Size);
                http.Abort();
                return Task.CompletedTask;
            }
        );
        using var client = storage.Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal("90210", file.Id.Value);
        Assert.Equal((1, 1), (storage.Count(Storage.Send), storage.Count(Finish)));
    }

    [Fact]
    public async Task Upload_OtherFilesThatCameMeanwhile_AreNotTakenForIt()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage
            .Takes(http =>
            {
                storage.Keep(8, "Other.mp4", Size);
                storage.Keep(9, Name, Size - 1);
                http.Abort();
                return Task.CompletedTask;
            })
            .Takes(http => AnswerAsync(http, 201, null, Body))
            .Canvas.On(Shown, Body);
        using var client = storage.Client();

        var file = await client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct);

        Assert.Equal(("90210", 2), (file.Id.Value, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_IntoAPathThatIsNotThereYet_LooksThereOnceItIs()
    {
        const string path = "GET /api/v1/courses/101/folders/by_path/Recordings/Week%205";
        await using var storage = await Storage.StartAsync(Ct);
        storage.Canvas.On(path, """{"errors":[]}""", 404);
        storage.Canvas.On(path, """[{"id":1,"locked":false,"name":"course files"},{"id":5,"locked":true,"name":"Week 5"}]""");
        using var client = storage
            .Takes(http =>
            {
                storage.Keep(90210, Name, Size);
                http.Abort();
                return Task.CompletedTask;
            })
            .Client();

        var file = await client.Files.UploadAsync(
            Course,
            new FileToUpload(Name, Size, "video/mp4", "Recordings/Week 5"),
            () => new Pattern(Size),
            ct: Ct
        );

        Assert.Equal(("90210", 1), (file.Id.Value, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_OverQuotaAtTheThirdStep_IsToldAtOnce()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Takes(http => AnswerAsync(http, 302, "/api/v1/files/90210/create_success?uuid=x", null));
        using var client = storage.Canvas.On(Finish, """{"message":"file size exceeds quota limits"}""", 400).Client();

        var fault = await FaultAsync(client);

        Assert.Equal((CanvasErrorKind.OverQuota, 1), (fault.Kind, storage.Count(Storage.Send)));
    }

    [Fact]
    public async Task Upload_AnnouncementsAnswerIsLost_IsAskedAgain()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(Storage.List, "[]").On(Storage.Announce, 502, "text/html", "<html></html>");
        canvas.On(Storage.Announce, """{"message":"file size exceeds quota"}""", 400);
        using var client = canvas.Client();

        var fault = await FaultAsync(client);

        Assert.Equal((CanvasErrorKind.OverQuota, 3), (fault.Kind, canvas.Seen.Count));
    }

    [Fact]
    public async Task Upload_Progress_GrowsToTheFilesSize()
    {
        await using var storage = await Storage.StartAsync(Ct);
        storage.Takes(http => AnswerAsync(http, 201, null, Body)).Canvas.On(Shown, Body);
        using var client = storage.Client();
        var told = new Told();

        await client.Files.UploadAsync(Course, File, () => new Pattern(Size), told, Ct);

        Assert.Equal(Size, told.Values[^1]);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.True(told.Values.Count > 20);
    }

    [Theory]
    [InlineData(Size - 1)]
    [InlineData(Size + 1)]
    public async Task Upload_BytesThatAreNotAsAnnounced_AreTheCallersFaultAndNotRepeated(int real)
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var client = storage.Takes(_ => Task.CompletedTask).Takes(_ => Task.CompletedTask).Client();

        await Assert.ThrowsAsync<InvalidDataException>(() => client.Files.UploadAsync(Course, File, () => new Pattern(real), ct: Ct));

        Assert.Equal(1, storage.Count(Storage.Announce));
    }

    [Fact]
    public async Task Upload_LengthThatCanBeSeenToBeAnother_IsNotEvenAnnounced()
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var client = storage.Client();

        await Assert.ThrowsAsync<InvalidDataException>(() =>
            client.Files.UploadAsync(Course, File, () => new MemoryStream(new byte[Size - 1]), ct: Ct)
        );

        Assert.Equal(0, storage.Count(Storage.Announce));
    }

    [Fact]
    public async Task Upload_DiskFails_ItsFaultRisesAndTheFileIsClosed()
    {
        await using var storage = await Storage.StartAsync(Ct);
        using var client = storage.Takes(_ => Task.CompletedTask).Client();
        var broken = new Pattern(Size) { Breaks = (1_000_000, new IOException("the disk is gone")) };

        var fault = await Assert.ThrowsAsync<IOException>(() => client.Files.UploadAsync(Course, File, () => broken, ct: Ct));

        Assert.Equal("the disk is gone", fault.Message);
        Assert.True(broken.IsClosed);
        Assert.Equal(1, storage.Count(Storage.Announce));
    }

    private static Task<CanvasException> FaultAsync(CanvasClient client) =>
        Assert.ThrowsAsync<CanvasException>(() => client.Files.UploadAsync(Course, File, () => new Pattern(Size), ct: Ct));

    private static Task RefuseAsync(HttpContext http) =>
        ScriptedCanvas.WriteAsync(http, 403, "application/xml", "<Error><Code>RequestTimeTooSkewed</Code></Error>");

    private static Task AnswerAsync(HttpContext http, int status, string? location, string? body)
    {
        if (location is not null)
            http.Response.Headers.Location = location;
        return ScriptedCanvas.WriteAsync(http, status, body?.StartsWith('<') == true ? "text/html" : "application/json", body ?? "");
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
