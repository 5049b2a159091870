using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CanvasSimulator.Http;

namespace CanvasSimulator.Sandbox;

/// <summary>What no real Canvas has: faults on demand, and the truth behind the doors.</summary>
internal static class SandboxDoor
{
    public static void Map(Routes routes)
    {
        routes.Open("POST", "/sandbox/faults", Add);
        routes.Open("GET", "/sandbox/faults", Left);
        routes.Open("DELETE", "/sandbox/faults", Clear);
        routes.Open("GET", "/sandbox/files", Files);
        routes.Open("GET", "/sandbox/media", Media);
        routes.Open("GET", "/sandbox/announcements", Announcements);
        HabitsDoor.Map(routes);
        ThrottleDoor.Map(routes);
        ManyCoursesDoor.Map(routes);
        SignInDoor.Map(routes);
    }

    private static Answer Add(Call call)
    {
        var kind = call.Fields.Need("fault");
        if (!FaultList.Kinds.Contains(kind, StringComparer.Ordinal))
            throw RefusalException.BadRequest("fault is one of " + string.Join(", ", FaultList.Kinds));
        var delay = TimeSpan.FromSeconds(call.Fields.Number("seconds") ?? 5);
        call.World.Faults.Add(
            new Fault(kind, Pattern(call.Fields.Text("path")), call.Fields.Text("method"), delay)
            {
                Times = (int)Math.Clamp(call.Fields.Number("times") ?? 1, 1, 1_000_000),
            }
        );
        return Answer.Ok(new JsonObject { ["fault"] = kind });
    }

    private static Regex? Pattern(string? path)
    {
        try
        {
            return path is null ? null : new Regex(path, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            throw RefusalException.BadRequest("path is not a regular expression");
        }
    }

    private static Answer Left(Call call) =>
        Answer.Ok(
            new JsonObject
            {
                ["kinds"] = new JsonArray([.. FaultList.Kinds.Select(kind => JsonValue.Create(kind))]),
                ["items"] = new JsonArray([
                    .. call.World.Faults.Left().Select(fault => new JsonObject { ["fault"] = fault.Kind, ["times"] = fault.Times }),
                ]),
            }
        );

    private static Answer Clear(Call call)
    {
        call.World.Faults.Clear(call.Fields.Text("fault"));
        return Answer.Ok(new JsonObject());
    }

    private static Answer Media(Call call) =>
        Answer.Ok(
            new JsonArray([
                .. call.Truth.MediaObjects.Select(media => new JsonObject
                {
                    ["media_entry_id"] = media.Id,
                    ["course_id"] = media.CourseId,
                    ["file_id"] = media.FileId,
                    ["title"] = media.Title,
                    ["content_type"] = media.ContentType,
                }),
            ])
        );

    private static Answer Announcements(Call call) =>
        Answer.Ok(
            new JsonArray([
                .. call
                    .Truth.Topics.Where(topic => topic.IsAnnouncement)
                    .Select(topic => new JsonObject
                    {
                        ["id"] = topic.Id,
                        ["course_id"] = topic.CourseId,
                        ["title"] = topic.Title,
                        ["message"] = topic.Message,
                        ["deleted"] = topic.Deleted,
                    }),
            ])
        );

    private static Answer Files(Call call) =>
        Answer.Ok(
            new JsonArray([
                .. call.Truth.Files.Select(file => new JsonObject
                {
                    ["id"] = file.Id,
                    ["course_id"] = file.CourseId,
                    ["folder_id"] = file.FolderId,
                    ["display_name"] = file.Name,
                    ["size"] = file.Size,
                    ["sha256"] = file.Sha256,
                    ["state"] = file.State,
                    ["locked"] = file.Locked,
                    ["hidden"] = file.Hidden,
                    ["lock_at"] = file.LockAt.Iso(),
                }),
            ])
        );
}
