using System.Net;
using System.Text.Json;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Files;

/// <summary>Publishing a file in a course and taking it back, against Campus's Canvas.</summary>
public sealed class PublishTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("redirect")]
    [InlineData("created")]
    public async Task Publish_WholeWay_StudentSeesItOnlyBetweenUnlockingAndItsEnd(string variant)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("POST /sandbox/upload-variant", Ct, fields: ("variant", variant));
        using var canvas = campus.Client();
        var end = (await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct)).ClosesAt;

        var waiting = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings (not yet visible)", Ct);
        var open = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        var file = await canvas.UploadAsync(Campus.Physics, waiting, "Week 5 – vågor.mp4", Bytes, Ct);
        Assert.False(await StudentOpensAsync(campus, file.Id));

        await canvas.Files.UpdateAsync(file.Id, new FileChange { LockAt = end, Locked = true }, Ct);
        var module = await canvas.Modules.EnsureAsync(Campus.Physics, "Recordings", Ct);
        var item = await canvas.Modules.AddFileAsync(Campus.Physics, module.Id, file.Id, "Week 5", Ct);
        Assert.Equal((true, false), (module.Published, item.Published));

        var visible = await canvas.Files.UpdateAsync(file.Id, new FileChange { FolderId = open.Id, Locked = false }, Ct);
        await canvas.Modules.PublishItemAsync(Campus.Physics, module.Id, item.Id, Ct);
        Assert.Equal((false, end, open.Id), (visible.Locked, visible.LockAt, visible.FolderId));
        Assert.Equal("Week 5 – vågor.mp4", visible.DisplayName);
        Assert.True(await StudentOpensAsync(campus, file.Id));
        Assert.True((await canvas.Modules.GetItemAsync(Campus.Physics, module.Id, item.Id, Ct)).Published);

        campus.Clock.Now = end!.Value;
        Assert.True(await StudentOpensAsync(campus, file.Id));
        campus.Clock.Now += TimeSpan.FromTicks(1);
        Assert.False(await StudentOpensAsync(campus, file.Id));

        Assert.Equal(Removal.Removed, await canvas.Files.DeleteAsync(file.Id, Ct));
        Assert.Equal(Removal.AlreadyGone, await canvas.Files.DeleteAsync(file.Id, Ct));
        Assert.Null(await canvas.Files.FindAsync(file.Id, Ct));
        Assert.Equal(Removal.AlreadyGone, await canvas.Modules.DeleteItemAsync(Campus.Physics, module.Id, item.Id, Ct));
        Assert.Equal("deleted", await StateAsync(campus, file.Id.Value));
    }

    [Fact]
    public async Task Ensure_Again_FindsWhatIsThere()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        var folder = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        var locked = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);
        var file = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
        var module = await canvas.Modules.EnsureAsync(Campus.Physics, "Recordings", Ct);
        var item = await canvas.Modules.AddFileAsync(Campus.Physics, module.Id, file.Id, "A", Ct);

        Assert.Equal((folder.Id, true), (locked.Id, locked.Locked));
        Assert.Equal(module, await canvas.Modules.EnsureAsync(Campus.Physics, "Recordings", Ct));
        Assert.Equal(item.Id, (await canvas.Modules.AddFileAsync(Campus.Physics, module.Id, file.Id, "A", Ct)).Id);
        Assert.Equal(file.Id, (await canvas.Files.FindInFolderAsync(folder.Id, "a.mp4", Ct))!.Id);
        Assert.Null(await canvas.Files.FindInFolderAsync(folder.Id, "b.mp4", Ct));
        Assert.Equal(Removal.Removed, await canvas.Modules.DeleteItemAsync(Campus.Physics, module.Id, item.Id, Ct));
        Assert.NotNull(await canvas.Files.FindAsync(file.Id, Ct));
    }

    [Fact]
    public async Task Upload_SameNameTwice_NeverOverwrites()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);

        var first = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
        var second = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);

        Assert.Equal(("a.mp4", "a-1.mp4"), (first.DisplayName, second.DisplayName));
        Assert.Equal(first, await canvas.Files.GetAsync(first.Id, Ct));
    }

    [Fact]
    public async Task Update_UnsetAndNull_AreKeptApart()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);
        var file = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
        var end = TestClock.Start.AddDays(9);

        await canvas.Files.UpdateAsync(file.Id, new FileChange { LockAt = end }, Ct);
        var untouched = await canvas.Files.UpdateAsync(file.Id, new FileChange { Locked = true }, Ct);
        var cleared = await canvas.Files.UpdateAsync(file.Id, new FileChange { LockAt = new Field<DateTimeOffset?>(null) }, Ct);

        Assert.Equal((end, true), (untouched.LockAt, untouched.Locked));
        Assert.Equal((null, true), (cleared.LockAt, cleared.Locked));
    }

    [Fact]
    public async Task Upload_CourseFull_IsOverQuotaAtBothSteps()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[storage_quota_mb]", "1"));
        var folder = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);

        var large = new FileToUpload("a.mp4", 1_048_577, "video/mp4", folder.Id);
        var early = await Assert.ThrowsAsync<CanvasException>(() => canvas.Files.BeginUploadAsync(Campus.Physics, large, Ct));
        var lie = new FileToUpload("b.mp4", 1, "video/mp4", "Recordings");
        var ticket = await canvas.Files.BeginUploadAsync(Campus.Physics, lie, Ct);
        var answer = await UploadPoster.PostAsync(ticket, new byte[1_048_577], Ct);
        var late = await Assert.ThrowsAsync<CanvasException>(() => canvas.Files.FinishUploadAsync(answer, lie, Ct));

        Assert.Equal((CanvasErrorKind.OverQuota, CanvasErrorKind.OverQuota), (early.Kind, late.Kind));
        Assert.Equal((1_048_576, 0), await QuotaAsync(canvas));
    }

    [Fact]
    public async Task Quota_AfterDeletion_IsFreeAgain()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);

        var file = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
        Assert.Equal(Bytes.Length, (await QuotaAsync(canvas)).Used);
        await canvas.Files.DeleteAsync(file.Id, Ct);

        Assert.Equal(0, (await QuotaAsync(canvas)).Used);
    }

    [Fact]
    public async Task FinishUpload_Twice_IsRefusedTheSecondTime()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var sent = new FileToUpload("a.mp4", Bytes.Length, "video/mp4", "Recordings");
        var ticket = await canvas.Files.BeginUploadAsync(Campus.Physics, sent, Ct);
        var answer = await UploadPoster.PostAsync(ticket, Bytes, Ct);

        await canvas.Files.FinishUploadAsync(answer, sent, Ct);
        var fault = await Assert.ThrowsAsync<CanvasException>(() => canvas.Files.FinishUploadAsync(answer, sent, Ct));

        Assert.Equal((CanvasErrorKind.Invalid, 400), (fault.Kind, fault.Status));
    }

    [Fact]
    public async Task FinishUpload_AnotherFileThanWasSent_IsNotBelieved()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct);
        var other = await canvas.UploadAsync(Campus.Physics, folder, "other.mp4", Bytes, Ct);
        var sent = new FileToUpload("a.mp4", Bytes.Length + 1, "video/mp4", folder.Id);

        var fault = await Assert.ThrowsAsync<CanvasException>(() =>
            canvas.Files.FinishUploadAsync(new UploadAnswer(200, null, $$"""{"id":{{other.Id}}}"""), sent, Ct)
        );

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Theory]
    [InlineData(302, "https://elsewhere.example.edu/api/v1/files/7", CanvasErrorKind.Protocol)]
    [InlineData(303, "/api/v1/users/self", CanvasErrorKind.Protocol)]
    [InlineData(303, "/api/v1/files/../users/self", CanvasErrorKind.Protocol)]
    [InlineData(201, null, CanvasErrorKind.Protocol)]
    [InlineData(403, null, CanvasErrorKind.Invalid)]
    [InlineData(503, null, CanvasErrorKind.Unavailable)]
    public async Task FinishUpload_AnswerThatLeadsNowhere_IsNotFollowed(int status, string? location, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.Client();
        var sent = new FileToUpload("a.mp4", 1, "video/mp4", "Recordings");

        var fault = await Assert.ThrowsAsync<CanvasException>(() =>
            client.Files.FinishUploadAsync(new UploadAnswer(status, location, ""), sent, Ct)
        );

        Assert.Equal(kind, fault.Kind);
        Assert.Empty(canvas.Seen);
    }

    [Fact]
    public async Task FinishUpload_StorageOnAnotherHostWithBody_ReadsTheFileBackFromCanvas()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET /api/v1/files/90210", """{"id":90210,"display_name":"a.mp4","size":1}""").Client();
        var sent = new FileToUpload("a.mp4", 1, "video/mp4", "Recordings");
        var answer = new UploadAnswer(201, "https://files.example.edu/90210", """{"id":90210,"size":1}""");

        var file = await client.Files.FinishUploadAsync(answer, sent, Ct);

        Assert.Equal("90210", file.Id.Value);
    }

    [Fact]
    public async Task BeginUpload_Ticket_KeepsFieldsInOrderAndHidesThemWhenPrinted()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On(
            "POST /api/v1/courses/101/files",
            """{"upload_url":"https://files.example.edu/u/abc","upload_params":{"z":"1","a":null,"m":2,"token":"opaque"}}"""
        );
        using var client = canvas.Client();

        var ticket = await client.Files.BeginUploadAsync(Campus.Physics, new FileToUpload("a/b.mp4", 7, "video/mp4", "Recordings"), Ct);

        Assert.Equal([new("z", "1"), new("a", ""), new("m", "2"), new("token", "opaque")], ticket.Params);
        Assert.Equal("file", ticket.FileParam);
        Assert.DoesNotContain("abc", ticket.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("opaque", ticket.Params[3].ToString(), StringComparison.Ordinal);
        Assert.Contains("on_duplicate=rename", canvas.Seen.Single().Body, StringComparison.Ordinal);
        Assert.Equal(ticket.Params, JsonSerializer.Deserialize<UploadTicket>(JsonSerializer.Serialize(ticket))!.Params);
    }

    [Theory]
    [InlineData("http://files.example.edu/u/abc")]
    [InlineData("ftp://files.example.edu/u/abc")]
    [InlineData("/u/abc")]
    public async Task BeginUpload_AddressThatIsNotSecure_IsRefused(string address)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On("POST /api/v1/courses/101/files", $$$"""{"upload_url":"{{{address}}}","upload_params":{}}""");
        using var client = canvas.Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() =>
            client.Files.BeginUploadAsync(Campus.Physics, new FileToUpload("a", 7, "video/mp4", "Recordings"), Ct)
        );

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    private static async Task<(long Quota, long Used)> QuotaAsync(CanvasClient canvas)
    {
        var quota = await canvas.Files.QuotaAsync(Campus.Physics, Ct);
        return (quota.Quota, quota.QuotaUsed);
    }

    private static async Task<string?> StateAsync(Campus campus, string id)
    {
        var files = await campus.JsonAsync("GET /sandbox/files", Ct);
        return files.EnumerateArray().Single(file => file.GetProperty("id").ToString() == id).GetProperty("state").GetString();
    }

    private static async Task<bool> StudentOpensAsync(Campus campus, CanvasId<CanvasFile> id)
    {
        var file = await campus.JsonAsync($"GET /api/v1/files/{id}", Ct, token: "campus-student");
        var shown = file.GetProperty("url").GetString()!;
        using var direct = await campus.SendAsync($"GET /files/{id}/download", Ct, token: "campus-student");
        Assert.Equal(shown.Length > 0, direct.StatusCode == HttpStatusCode.OK);
        if (shown.Length > 0)
        {
            using var answer = await campus.SendAsync("GET " + new Uri(shown).PathAndQuery, Ct, token: null);
            Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Ct));
        }
        return shown.Length > 0;
    }
}
