using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Folders of a course's files.</summary>
internal static class FolderDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{course_id}/folders", List);
        routes.Post("/courses/{course_id}/folders", Create);
        routes.Get("/courses/{course_id}/folders/by_path/{*path}", ByPath);
        routes.Get("/folders/{folder_id}", call => Change(call, manages: false, _ => { }));
        routes.Put("/folders/{folder_id}", call => Change(call, manages: true, folder => Apply(call.Fields, folder)));
        routes.Delete("/folders/{folder_id}", Delete);
    }

    public static Folder Find(Call call)
    {
        var id = call.RouteId("folder_id");
        return call.Truth.Folders.Find(folder => folder.Id == id) ?? throw RefusalException.NotFound();
    }

    /// <summary>The folder at a path below the root, made where missing.</summary>
    public static Folder Ensure(Call call, Course course, string path) =>
        Names(path)
            .Aggregate(
                call.Truth.RootFolder(course),
                (parent, name) => call.Truth.Child(parent, name) ?? call.Truth.AddFolder(parent, name, call.Now)
            );

    private static Answer List(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Reads);
        return call.Page(call.Truth.Folders.Where(folder => folder.CourseId == course.Id), folder => ToJson(call.Truth, folder));
    }

    private static Answer Create(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var parent = Ensure(call, course, call.Fields.Text("parent_folder_path") ?? "");
        if (call.Fields.Number("parent_folder_id") is { } id)
            parent = call.Truth.Folders.Find(f => f.Id == id && f.CourseId == course.Id) ?? throw RefusalException.NotFound();
        var wanted = call.Fields.Need("name");
        var name = wanted;
        for (var number = 2; call.Truth.Child(parent, name) is not null; number++)
            name = $"{wanted} {number}";
        var folder = call.Truth.AddFolder(parent, name, call.Now);
        Apply(call.Fields, folder, named: false);
        return Answer.Ok(ToJson(call.Truth, folder));
    }

    private static Answer ByPath(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Reads);
        var folder = call.Truth.RootFolder(course);
        var path = new JsonArray(ToJson(call.Truth, folder));
        foreach (var name in Names(call.Http.Request.RouteValues["path"] as string ?? ""))
        {
            folder = call.Truth.Child(folder, name) ?? throw RefusalException.NotFound();
            path.Add(ToJson(call.Truth, folder));
        }
        return Answer.Ok(path);
    }

    private static Answer Delete(Call call) =>
        Change(
            call,
            manages: true,
            folder =>
            {
                var files = call.Truth.Files.Where(file => file.FolderId == folder.Id && file.IsAvailable).ToList();
                var folders = call.Truth.Folders.Exists(child => child.ParentId == folder.Id);
                if (folder.ParentId is null || folders || (files.Count > 0 && call.Fields.Flag("force") != true))
                    throw new RefusalException(Answer.Message(400, "Cannot delete a folder that is not empty"));
                foreach (var file in files)
                    call.Truth.Delete(file, call.Now);
                call.Truth.Folders.Remove(folder);
            }
        );

    private static Answer Change(Call call, bool manages, Action<Folder> change)
    {
        var folder = Find(call);
        var access = call.AccessTo(call.Truth.Courses.First(course => course.Id == folder.CourseId));
        call.Demand(manages ? access.Manages : access.Reads);
        change(folder);
        return Answer.Ok(ToJson(call.Truth, folder));
    }

    private static void Apply(Fields fields, Folder folder, bool named = true)
    {
        if (named)
            fields.WhenGiven("name", name => folder.Name = fields.Text(name) ?? folder.Name);
        fields.WhenGiven("locked", name => folder.Locked = fields.Flag(name) == true);
        fields.WhenGiven("hidden", name => folder.Hidden = fields.Flag(name) == true);
        fields.WhenGiven("lock_at", name => folder.LockAt = fields.Moment(name));
        fields.WhenGiven("unlock_at", name => folder.UnlockAt = fields.Moment(name));
    }

    private static IEnumerable<string> Names(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile((name, index) => index == 0 && name == "course files");

    private static string FullName(Truth truth, Folder folder) =>
        truth.Folders.Find(parent => parent.Id == folder.ParentId) is { } above ? $"{FullName(truth, above)}/{folder.Name}" : folder.Name;

    private static JsonObject ToJson(Truth truth, Folder folder) =>
        new()
        {
            ["id"] = folder.Id,
            ["name"] = folder.Name,
            ["full_name"] = FullName(truth, folder),
            ["context_id"] = folder.CourseId,
            ["context_type"] = "Course",
            ["parent_folder_id"] = folder.ParentId,
            ["created_at"] = folder.CreatedAt.Iso(),
            ["lock_at"] = folder.LockAt.Iso(),
            ["unlock_at"] = folder.UnlockAt.Iso(),
            ["locked"] = folder.Locked,
            ["hidden"] = folder.Hidden,
            ["files_count"] = truth.Files.Count(file => file.FolderId == folder.Id && file.IsAvailable),
            ["folders_count"] = truth.Folders.Count(child => child.ParentId == folder.Id),
        };
}
