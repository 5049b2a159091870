using System.Net;
using System.Text.Json;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Uploads in Campus's Canvas, step by step (facts: Canvas 5.1; rows 12 and 13 of 9).</summary>
public sealed class UploadRuleTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("redirect", 302)]
    [InlineData("created", 201)]
    [InlineData("service", 201)]
    [InlineData("ok", 200)]
    public async Task Variant_Any_EndsWithTheFileAvailable(string variant, int status)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("upload_variant", variant, Ct);

        var ticket = await BeginAsync(campus);
        var answer = await UploadPoster.PostAsync(ticket, Bytes, Ct);
        var file = answer.Location is { } location
            ? await campus.JsonAsync("GET " + new Uri(location).PathAndQuery, Ct)
            : JsonElement.Parse(answer.Body!);

        Assert.Equal(status, answer.Status);
        Assert.Equal(variant == "service", ticket.UploadUrl.Port != campus.Address.Port);
        Assert.Equal("available", (await TruthAsync(campus, file.GetProperty("id").GetRawText())).GetProperty("state").GetString());
        Assert.NotEqual("", file.GetProperty("url").GetString());
        Assert.NotEmpty(ticket.Params);
    }

    [Fact]
    public async Task FileService_AnswersWithTheFileAndCanvassAddress_AndKnowsNothingElse()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("upload_variant", "service", Ct);
        var ticket = await BeginAsync(campus);

        var answer = await UploadPoster.PostAsync(ticket, Bytes, Ct);
        using var http = new HttpClient();
        using var elsewhere = await http.GetAsync(new Uri(ticket.UploadUrl, "/api/v1/courses/101?access_token=campus-admin"), Ct);

        Assert.StartsWith(campus.Address + "api/v1/files/", answer.Location, StringComparison.Ordinal);
        Assert.True(JsonElement.Parse(answer.Body!).TryGetProperty("instfs_uuid", out _));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Finish_WithAWrongSecretOrTwice_IsAnEmpty400()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var answer = await UploadPoster.PostAsync(await BeginAsync(campus), Bytes, Ct);
        var finish = "GET " + new Uri(answer.Location!).PathAndQuery;

        using var wrong = await campus.SendAsync(finish + "0", Ct);
        var file = await campus.JsonAsync(finish, Ct);
        using var again = await campus.SendAsync(finish, Ct);

        Assert.Equal("a.mp4", file.GetProperty("display_name").GetString());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrong.StatusCode, again.StatusCode));
        Assert.Equal("", await again.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Upload_BeforeItIsFinished_IsNotThere()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await UploadPoster.PostAsync(await BeginAsync(campus), Bytes, Ct);

        Assert.Equal(0, (await campus.JsonAsync("GET /api/v1/courses/101/files", Ct)).GetArrayLength());
    }

    [Fact]
    public async Task Params_InAnotherOrder_AreRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var ticket = await BeginAsync(campus);

        var answer = await UploadPoster.PostAsync(ticket with { Params = [.. ticket.Params.Reverse()] }, Bytes, Ct);

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task FieldAfterTheFile_IsRefused()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var ticket = await BeginAsync(campus);
        using var body = new MultipartFormDataContent();
        foreach (var field in ticket.Params)
            body.Add(new StringContent(field.Value), $"\"{field.Name}\"");
        body.Add(new ByteArrayContent(Bytes), "\"file\"", "\"a.mp4\"");
        body.Add(new StringContent("1"), "\"more\"");

        using var http = new HttpClient();
        using var answer = await http.PostAsync(ticket.UploadUrl, body, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("true", 400)]
    [InlineData("false", 302)]
    public async Task Token_SentToTheUpload_IsRefusedByAStrictStorage(string strict, int status)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("strict_uploads", strict, Ct);

        var answer = await UploadPoster.PostAsync(await BeginAsync(campus), Bytes, Ct, token: "campus-admin");

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Storage_ThatRefuses_SaysSoInXml()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.FaultAsync("storage-xml", Ct);
        var ticket = await BeginAsync(campus);

        var refused = await UploadPoster.PostAsync(ticket, Bytes, Ct);
        var taken = await UploadPoster.PostAsync(ticket, Bytes, Ct);

        Assert.Equal((403, 302), (refused.Status, taken.Status));
        Assert.StartsWith("<?xml", refused.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redirect")]
    [InlineData("created")]
    public async Task Quota_IsCountedBeforeAndAfterwards(string variant)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.SettingAsync("upload_variant", variant, Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[storage_quota_mb]", "1"));
        var bytes = new byte[1_048_577];

        using var early = await campus.SendAsync("POST /api/v1/courses/101/files?name=a.mp4&size=1048577", Ct);
        var answer = await UploadPoster.PostAsync(await BeginAsync(campus), bytes, Ct);
        var late = answer.Body;
        if (answer.Location is { } location)
        {
            using var finished = await campus.SendAsync("GET " + new Uri(location).PathAndQuery, Ct);
            late = await finished.Content.ReadAsStringAsync(Ct);
        }

        Assert.Equal(HttpStatusCode.BadRequest, early.StatusCode);
        Assert.Equal("""{"message":"file size exceeds quota"}""", await early.Content.ReadAsStringAsync(Ct));
        Assert.Equal("""{"message":"file size exceeds quota limits"}""", late);
    }

    [Fact]
    public async Task SameName_OverwritesUnlessAskedToRename_AndTheOldIdLeadsOn()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var first = await UploadAsync(campus, "overwrite");
        var second = await UploadAsync(campus, "");
        var third = await UploadAsync(campus, "rename");

        var inCourse = await campus.JsonAsync($"GET /api/v1/courses/101/files/{first.GetProperty("id")}", Ct);
        using var byId = await campus.SendAsync($"GET /api/v1/files/{first.GetProperty("id")}", Ct);

        Assert.Equal("a.mp4", second.GetProperty("display_name").GetString());
        Assert.Equal("a-1.mp4", third.GetProperty("display_name").GetString());
        Assert.Equal(second.GetProperty("uuid").GetString(), inCourse.GetProperty("uuid").GetString());
        Assert.Equal(HttpStatusCode.NotFound, byId.StatusCode);
    }

    [Theory]
    [InlineData("on_duplicate=destroy")]
    [InlineData("parent_folder_path=a&parent_folder_id=1")]
    [InlineData("name=")]
    public async Task Begin_WithWhatCannotBe_IsRefused(string query)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST /api/v1/courses/101/files?name=a.mp4&" + query, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("errors", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> UploadAsync(Campus campus, string onDuplicate)
    {
        var answer = await UploadPoster.PostAsync(await BeginAsync(campus, ("on_duplicate", onDuplicate)), Bytes, Ct);
        return await campus.JsonAsync("GET " + new Uri(answer.Location!).PathAndQuery, Ct);
    }

    private static async Task<UploadTicket> BeginAsync(Campus campus, params (string Name, string Value)[] more)
    {
        var begun = await campus.JsonAsync("POST /api/v1/courses/101/files", Ct, fields: [("name", "a.mp4"), .. more]);
        var fields = begun
            .GetProperty("upload_params")
            .EnumerateObject()
            .Select(field => new UploadField(field.Name, field.Value.GetString()!));
        return new UploadTicket { UploadUrl = new Uri(begun.GetProperty("upload_url").GetString()!), Params = [.. fields] };
    }

    private static async Task<JsonElement> TruthAsync(Campus campus, string id)
    {
        var files = await campus.JsonAsync("GET /sandbox/files", Ct, token: null);
        return files.EnumerateArray().Single(file => file.GetProperty("id").GetRawText() == id);
    }
}
