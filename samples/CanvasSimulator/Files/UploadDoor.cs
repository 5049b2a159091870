using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Steps 1 and 3 of an upload (facts: Canvas 5.1).</summary>
internal static class UploadDoor
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static void Map(Routes routes)
    {
        routes.Post("/courses/{course_id}/files", Begin);
        routes.Open("GET", "/api/v1/files/{id}/create_success", Finish, changes: true);
        routes.Raw("POST", "/upload/{id}", http => new UploadReceiver(routes.World).ReceiveAsync(http));
    }

    /// <summary>The fields that step 2 must bring back unchanged.</summary>
    public static IEnumerable<(string Name, string Value)> Params(StoredFile file) =>
        [
            ("filename", file.Name),
            ("content_type", file.ContentType),
            ("key", $"account_1/attachments/{file.Id}"),
            ("token", file.UploadToken),
        ];

    public static bool HasExpired(StoredFile file, DateTimeOffset now) => now - file.CreatedAt > Lifetime;

    public static string FinishPath(StoredFile file) => $"/api/v1/files/{file.Id}/create_success?uuid={file.UploadToken}";

    /// <summary>Makes an uploaded file available, or says why not.</summary>
    public static Answer? Complete(Truth truth, StoredFile file, bool full, DateTimeOffset now)
    {
        var course = truth.CourseOf(file);
        if (full || truth.QuotaUsed(course) + file.Size > course.QuotaMegabytes * 1_048_576)
            return Answer.Message(400, "file size exceeds quota limits");
        if (file.Overwrites && truth.Named(file.FolderId, file.Name) is { } other)
        {
            truth.Delete(other, now);
            other.ReplacedBy = file.Id;
        }
        file.Name = truth.FreeName(file.FolderId, file.Name);
        (file.State, file.UpdatedAt) = ("available", now);
        file.Locked = course.UsageRightsRequired;
        truth.AddMedia(file);
        return null;
    }

    private static Answer Begin(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        if ((call.Fields.Text("on_duplicate") ?? "overwrite") is not ("overwrite" or "rename"))
            throw RefusalException.BadRequest("unexpected on_duplicate");
        var size = call.Fields.Number("size") ?? 0;
        if (call.QuotaFull || call.Truth.QuotaUsed(course) + size > course.QuotaMegabytes * 1_048_576)
            return Answer.Message(400, "file size exceeds quota");
        var file = New(call, course);
        call.Truth.Files.Add(file);
        return Answer.Ok(
            new JsonObject
            {
                ["upload_url"] = Address(call, file),
                ["upload_params"] = new JsonObject(Params(file).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value))),
                ["file_param"] = "file",
            }
        );
    }

    private static string Address(Call call, StoredFile file) =>
        call.World is { Habits.UploadVariant: UploadVariant.Service, FileService: { } service }
            ? new Uri(service, $"/upload/{file.Id}").AbsoluteUri
            : $"{call.BaseAddress}/upload/{file.Id}";

    private static StoredFile New(Call call, Course course) =>
        new()
        {
            Id = call.Truth.NextId(),
            CourseId = course.Id,
            FolderId = Target(call, course).Id,
            Uuid = Secrets.New(),
            Name = call.Fields.Need("name"),
            ContentType = call.Fields.Text("content_type") ?? "application/octet-stream",
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
            UploadToken = Secrets.New(),
            UploaderId = call.Caller.Id,
            Home = call.BaseAddress,
            Overwrites = call.Fields.Text("on_duplicate") != "rename",
        };

    private static Folder Target(Call call, Course course)
    {
        var (id, path) = (call.Fields.Number("parent_folder_id"), call.Fields.Text("parent_folder_path"));
        if (id is not null && path is not null)
            throw RefusalException.BadRequest("Can't set folder path and folder id");
        if (id is null)
            return FolderDoor.Ensure(call, course, path ?? "unfiled");
        return call.Truth.Folders.Find(folder => folder.Id == id && folder.CourseId == course.Id) ?? throw RefusalException.NotFound();
    }

    // The secret in the address opens this door; a token is welcome and not needed.
    private static Answer Finish(Call call)
    {
        var id = call.RouteId("id");
        var file = call.Truth.Files.Find(known =>
            known.Id == id && known.State == "uploaded" && known.UploadToken == call.Fields.Text("uuid")
        );
        if (file is null)
            return new Answer(400);
        return Complete(call.Truth, file, call.QuotaFull, call.Now) ?? Answer.Ok(FileJson.Of(call, file));
    }
}
