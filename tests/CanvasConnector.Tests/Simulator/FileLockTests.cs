using System.Net;
using System.Text.Json;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Who opens a file when, and what goes with it, in Campus's Canvas (facts: Canvas 5.5 and 6; rows 14, 15, 17 and 18 of 9).</summary>
public sealed class FileLockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", true)]
    [InlineData("locked=true", false)]
    [InlineData("hidden=true", true)]
    [InlineData("lock_at=past", false)]
    [InlineData("lock_at=now", true)]
    [InlineData("unlock_at=future", false)]
    [InlineData("unlock_at=now", true)]
    [InlineData("folder:locked=true", false)]
    [InlineData("folder:lock_at=past", false)]
    [InlineData("above:locked=true", false)]
    [InlineData("above:unlock_at=future", false)]
    public async Task Student_OpensAFileByItsLocksAndItsFolders_ATeacherAlways(string state, bool opens)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var above = await campus.JsonAsync("POST /api/v1/courses/101/folders", Ct, fields: ("name", "above"));
        await campus.JsonAsync("POST /api/v1/courses/101/folders", Ct, fields: [("name", "below"), ("parent_folder_path", "above")]);
        var folder = (await campus.JsonAsync("GET /api/v1/courses/101/folders/by_path/above/below", Ct))[2];
        var file = await canvas.UploadAsync(
            Campus.Physics,
            new() { Id = new($"{folder.GetProperty("id")}"), Locked = false },
            "a.mp4",
            [1],
            Ct
        );
        await SetAsync(campus, state, file.Id.Value, folder, above);

        var seen = await campus.JsonAsync($"GET /api/v1/files/{file.Id}", Ct, "campus-student");
        var seenByTeacher = await campus.JsonAsync($"GET /api/v1/files/{file.Id}", Ct, "campus-teacher");
        using var bytes = await campus.SendAsync($"GET /files/{file.Id}/download", Ct, "campus-student");

        Assert.Equal(opens, seen.GetProperty("url").GetString() != "");
        Assert.Equal(!opens, seen.GetProperty("locked_for_user").GetBoolean());
        Assert.Equal(opens, bytes.StatusCode == HttpStatusCode.OK);
        Assert.NotEqual("", seenByTeacher.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Delete_TakesTheModuleItemsWithIt()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        var file = await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", [1], Ct);
        var module = await campus.JsonAsync("POST /api/v1/courses/101/modules", Ct, fields: ("module[name]", "M"));
        var items = $"/api/v1/courses/101/modules/{module.GetProperty("id")}/items";
        await campus.JsonAsync("POST " + items, Ct, fields: [("module_item[type]", "File"), ("module_item[content_id]", file.Id.Value)]);

        var deleted = await campus.JsonAsync($"DELETE /api/v1/files/{file.Id}", Ct);
        using var again = await campus.SendAsync($"DELETE /api/v1/files/{file.Id}", Ct);

        Assert.Equal("a.mp4", deleted.GetProperty("display_name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(0, (await campus.JsonAsync("GET " + items, Ct)).GetArrayLength());
    }

    [Fact]
    public async Task Module_AndItsItems_StartUnpublishedAndHiddenFromStudents()
    {
        await using var campus = await Campus.StartAsync(Ct);
        var module = await campus.JsonAsync("POST /api/v1/courses/101/modules", Ct, fields: ("module[name]", "M"));
        var one = $"/api/v1/courses/101/modules/{module.GetProperty("id")}";
        var heading = await campus.JsonAsync(
            $"POST {one}/items",
            Ct,
            fields: [("module_item[type]", "SubHeader"), ("module_item[title]", "Recordings")]
        );

        using var hidden = await campus.SendAsync("GET " + one, Ct, "campus-student");
        await campus.JsonAsync("PUT " + one, Ct, fields: ("module[published]", "true"));
        var itemsBefore = await campus.JsonAsync($"GET {one}/items", Ct, "campus-student");
        await campus.JsonAsync($"PUT {one}/items/{heading.GetProperty("id")}", Ct, fields: ("module_item[published]", "true"));
        var itemsAfter = await campus.JsonAsync($"GET {one}/items", Ct, "campus-student");

        Assert.False(module.GetProperty("published").GetBoolean() || heading.GetProperty("published").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal((0, 1), (itemsBefore.GetArrayLength(), itemsAfter.GetArrayLength()));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("999", HttpStatusCode.NotFound)]
    public async Task ModuleItem_ForAFile_NeedsTheFile(string id, HttpStatusCode status)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var module = await campus.JsonAsync("POST /api/v1/courses/101/modules", Ct, fields: ("module[name]", "M"));

        using var answer = await campus.SendAsync(
            $"POST /api/v1/courses/101/modules/{module.GetProperty("id")}/items",
            Ct,
            fields: [("module_item[type]", "File"), ("module_item[content_id]", id)]
        );

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Conversation_AnswersWithAnArray()
    {
        await using var campus = await Campus.StartAsync(Ct);
        (string, string)[] fields = [("recipients[]", "2"), ("recipients[]", "4"), ("subject", "S"), ("body", "B")];

        using var answer = await campus.SendAsync("POST /api/v1/conversations", Ct, fields: fields);
        var threads = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal((HttpStatusCode.Created, 2), (answer.StatusCode, threads.GetArrayLength()));
    }

    [Theory]
    [InlineData("POST /api/v1/courses/101/modules", 400, """{"errors":[{"message":"module[name] is missing"}]}""")]
    [InlineData("GET /api/v1/files/999", 404, """{"errors":[{"message":"The specified resource does not exist."}]}""")]
    [InlineData("GET /api/v1/accounts/2/terms", 400, """{"message":"Terms only belong to root_accounts."}""")]
    public async Task Errors_HaveCanvassExactShape(string call, int status, string body)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync(call, Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Errors_OfAFieldNameIt()
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync("POST /api/v1/conversations", Ct, fields: ("body", "B"));
        var errors = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct)).GetProperty("errors");

        Assert.Equal("recipients", errors.GetProperty("recipients")[0].GetProperty("attribute").GetString());
    }

    [Fact]
    public async Task Rename_OntoAnotherFile_IsAConflict()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var folder = await canvas.Folders.EnsureOpenAsync(Campus.Physics, "Recordings", Ct);
        await canvas.UploadAsync(Campus.Physics, folder, "a.mp4", [1], Ct);
        var other = await canvas.UploadAsync(Campus.Physics, folder, "b.mp4", [1], Ct);

        using var answer = await campus.SendAsync($"PUT /api/v1/files/{other.Id}", Ct, fields: ("name", "a.mp4"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(
            """file already exists; use on_duplicate='overwrite' or 'rename'""",
            JsonElement.Parse(await answer.Content.ReadAsStringAsync(Ct)).GetProperty("message").GetString()
        );
    }

    private static async Task SetAsync(Campus campus, string state, string file, JsonElement folder, JsonElement above)
    {
        if (state == "")
            return;
        var (where, what) = state.Split(':') is [var place, var rest] ? (place, rest) : ("", state);
        var pair = what.Split('=');
        var path = where switch
        {
            "folder" => $"folders/{folder.GetProperty("id")}",
            "above" => $"folders/{above.GetProperty("id")}",
            _ => $"files/{file}",
        };
        var value = pair[1] switch
        {
            "past" => TestClock.Start.AddSeconds(-1).ToString("O"),
            "now" => TestClock.Start.ToString("O"),
            "future" => TestClock.Start.AddSeconds(1).ToString("O"),
            _ => pair[1],
        };
        await campus.JsonAsync($"PUT /api/v1/{path}", Ct, fields: (pair[0], value));
    }
}
