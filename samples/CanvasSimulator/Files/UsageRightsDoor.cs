using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Files;

/// <summary>Why files may be used: a course can demand it before it shows one (facts: Canvas 5.5).</summary>
internal static class UsageRightsDoor
{
    private static readonly string[] Justifications =
    [
        "own_copyright",
        "used_by_permission",
        "fair_use",
        "public_domain",
        "creative_commons",
    ];

    public static void Map(Routes routes) => routes.Put("/courses/{course_id}/usage_rights", Set);

    /// <summary>Refuses to open a file to students whose course wants to know its rights first.</summary>
    public static void DemandBeforeUnlocking(Course course, StoredFile file)
    {
        if (course.UsageRightsRequired && file.UsageRights is null)
            throw new RefusalException(Answer.Message(400, "This file must have usage_rights set before it can be published."));
    }

    public static JsonObject? ToJson(UsageRights? rights) =>
        rights is null
            ? null
            : new JsonObject
            {
                ["use_justification"] = rights.Justification,
                ["legal_copyright"] = rights.Copyright,
                ["license"] = rights.License,
            };

    private static Answer Set(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var rights = Given(call.Fields);
        var ids = call.Fields.All("file_ids").Select(Ids.Parse).ToHashSet();
        var files = call.Truth.Files.FindAll(file => file.IsAvailable && file.CourseId == course.Id && ids.Contains(file.Id));
        if (files.Count == 0)
            throw RefusalException.BadRequest("No valid file_ids given");
        foreach (var file in files)
        {
            (file.UsageRights, file.UpdatedAt) = (rights, call.Now);
            if (call.Fields.Flag("publish") == true)
                file.Locked = false;
        }
        var json = ToJson(rights)!;
        json["file_ids"] = new JsonArray([.. files.Select(file => JsonValue.Create(file.Id))]);
        json["message"] = $"{files.Count} files updated";
        return Answer.Ok(json);
    }

    private static UsageRights Given(Fields fields)
    {
        var justification = fields.Need("usage_rights[use_justification]");
        if (!Justifications.Contains(justification, StringComparer.Ordinal))
            throw RefusalException.Invalid("use_justification", "is not known");
        return new UsageRights
        {
            Justification = justification,
            Copyright = fields.Text("usage_rights[legal_copyright]"),
            License =
                fields.Text("usage_rights[license]")
                ?? (justification is "public_domain" or "creative_commons" ? justification : "private"),
        };
    }
}
