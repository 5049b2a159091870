using System.Text.Json.Nodes;
using CanvasSimulator.Access;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Files once they are there; uploads have their own door.</summary>
internal static class FileDoor
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{course_id}/files", ListInCourse);
        routes.Get("/courses/{course_id}/files/quota", Quota);
        routes.Get("/courses/{course_id}/files/{id}", Get);
        routes.Get("/folders/{folder_id}/files", ListInFolder);
        routes.Get("/files/{id}", Get);
        routes.Put("/files/{id}", FileChange.Update);
        routes.Delete("/files/{id}", FileChange.Delete);
        UsageRightsDoor.Map(routes);
        DownloadDoor.Map(routes);
    }

    public static StoredFile Find(Call call)
    {
        var id = call.RouteId("id");
        var file = call.Truth.Files.Find(known => known.Id == id) ?? throw RefusalException.NotFound();
        var course = call.Truth.CourseOf(file);
        if (call.Http.Request.RouteValues.ContainsKey("course_id"))
        {
            course = call.Course();
            file = Latest(call, file);
        }
        return file.IsAvailable && file.CourseId == course.Id ? file : throw RefusalException.NotFound();
    }

    // Through its course an overwritten file's id leads to what took its place.
    private static StoredFile Latest(Call call, StoredFile file)
    {
        while (!file.IsAvailable && call.Truth.Files.Find(known => known.Id == file.ReplacedBy) is { } newer)
            file = newer;
        return file;
    }

    private static Answer Get(Call call)
    {
        var file = Find(call);
        call.Demand(call.AccessTo(call.Truth.CourseOf(file)).Reads);
        return Answer.Ok(FileJson.Of(call, file));
    }

    private static Answer ListInCourse(Call call)
    {
        var course = call.Course();
        return List(call, course, file => file.CourseId == course.Id);
    }

    private static Answer ListInFolder(Call call)
    {
        var folder = FolderDoor.Find(call);
        var course = call.Truth.Courses.First(course => course.Id == folder.CourseId);
        return List(call, course, file => file.FolderId == folder.Id);
    }

    private static Answer List(Call call, Course course, Func<StoredFile, bool> fits)
    {
        var access = call.AccessTo(course);
        call.Demand(access.Reads);
        var search = call.Fields.Text("search_term") ?? "";
        var shown = call.Truth.Files.Where(file =>
            file.IsAvailable
            && fits(file)
            && file.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            && (access.ReadsAll || (!file.Hidden && !call.Truth.IsLocked(file, call.Now)))
        );
        return call.Page(shown, file => FileJson.Of(call, file));
    }

    private static Answer Quota(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var quota = course.QuotaMegabytes * 1_048_576;
        return Answer.Ok(new JsonObject { ["quota"] = quota, ["quota_used"] = call.QuotaFull ? quota : call.Truth.QuotaUsed(course) });
    }
}
