using System.Net;
using System.Text.Json;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Usage rights, destruction and what the media server keeps, in Campus's Canvas (facts: Canvas 5.5 and 5.6).</summary>
public sealed class FileRuleTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UsageRights_WhereTheCourseDemandsThem_ComeBeforeUnlocking()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101/settings", Ct, fields: ("usage_rights_required", "true"));
        var file = await UploadAsync(campus);
        var unlock = $"PUT /api/v1/files/{file.Id}";

        using var refused = await campus.SendAsync(unlock, Ct, fields: ("locked", "false"));
        await SetRightsAsync(campus, file);
        var open = await campus.JsonAsync(unlock + "?include[]=usage_rights", Ct, fields: ("locked", "false"));

        Assert.True(file.Locked);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            """{"message":"This file must have usage_rights set before it can be published."}""",
            await refused.Content.ReadAsStringAsync(Ct)
        );
        Assert.False(open.GetProperty("locked").GetBoolean());
        Assert.Equal("own_copyright", open.GetProperty("usage_rights").GetProperty("use_justification").GetString());
    }

    [Fact]
    public async Task UsageRights_WithPublish_UnlockTheFile()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101/settings", Ct, fields: ("usage_rights_required", "true"));
        var file = await UploadAsync(campus);

        await SetRightsAsync(campus, file, ("publish", "true"));

        Assert.False((await campus.JsonAsync($"GET /api/v1/files/{file.Id}", Ct)).GetProperty("locked").GetBoolean());
    }

    [Theory]
    [InlineData("because")]
    [InlineData("")]
    public async Task UsageRights_WithoutAKnownReason_AreRefused(string justification)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var file = await UploadAsync(campus);

        using var answer = await campus.SendAsync(
            "PUT /api/v1/courses/101/usage_rights",
            Ct,
            fields: [("file_ids[]", file.Id.Value), ("usage_rights[use_justification]", justification)]
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Replace_ByWhoMayBecomeUsers_DestroysTheContentAndLeavesTheObject()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var file = await UploadAsync(campus);

        await campus.JsonAsync($"DELETE /api/v1/files/{file.Id}?replace=true", Ct);
        var left = await campus.JsonAsync($"GET /api/v1/files/{file.Id}", Ct);
        using var bytes = await campus.SendAsync($"GET /files/{file.Id}/download", Ct);

        Assert.Equal("file_removed.pdf", left.GetProperty("display_name").GetString());
        Assert.Equal("application/pdf", left.GetProperty("content-type").GetString());
        Assert.Equal(left.GetProperty("size").GetInt64(), (await bytes.Content.ReadAsByteArrayAsync(Ct)).Length);
    }

    [Theory]
    [InlineData("campus-course-admin")]
    [InlineData("campus-teacher")]
    public async Task Replace_WithoutThatRight_IsRefused(string token)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var file = await UploadAsync(campus);

        using var refused = await campus.SendAsync($"DELETE /api/v1/files/{file.Id}?replace=true", Ct, token);
        using var plain = await campus.SendAsync($"DELETE /api/v1/files/{file.Id}", Ct, token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, plain.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?replace=true")]
    public async Task Delete_OfARecording_OnlyUnlinksTheMediaServersCopy(string how)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var file = await UploadAsync(campus);
        var shown = await campus.JsonAsync($"GET /api/v1/files/{file.Id}", Ct);

        await campus.JsonAsync($"DELETE /api/v1/files/{file.Id}{how}", Ct);
        var media = Assert.Single((await campus.JsonAsync("GET /sandbox/media", Ct, token: null)).EnumerateArray());

        Assert.Equal(shown.GetProperty("media_entry_id").GetString(), media.GetProperty("media_entry_id").GetString());
        Assert.Equal(JsonValueKind.Null, media.GetProperty("file_id").ValueKind);
    }

    private static async Task<CanvasFile> UploadAsync(Campus campus)
    {
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        return await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
    }

    private static Task<JsonElement> SetRightsAsync(Campus campus, CanvasFile file, params (string Name, string Value)[] more) =>
        campus.JsonAsync(
            "PUT /api/v1/courses/101/usage_rights",
            Ct,
            "campus-teacher",
            [("file_ids[]", file.Id.Value), ("usage_rights[use_justification]", "own_copyright"), .. more]
        );
}
