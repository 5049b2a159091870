using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Modules;

/// <summary>Modules; new ones start unpublished, and students see the published ones.</summary>
internal static class ModuleDoor
{
    public static void Map(Routes routes)
    {
        const string one = "/courses/{course_id}/modules/{module_id}";
        routes.Get("/courses/{course_id}/modules", List);
        routes.Post("/courses/{course_id}/modules", Create);
        routes.Get(one, call => Answer.Ok(ToJson(call, Find(call))));
        routes.Put(one, Update);
        routes.Delete(one, Delete);
    }

    /// <summary>The module of the path, for a caller who may see it, or who may manage where that is needed.</summary>
    public static Module Find(Call call, bool manages = false)
    {
        var course = call.Course();
        var access = call.AccessTo(course);
        call.Demand(manages ? access.Manages : access.Reads);
        var id = call.RouteId("module_id");
        return call.Truth.ModulesOf(course).FirstOrDefault(m => m.Id == id && (access.ReadsAll || m.Published))
            ?? throw RefusalException.NotFound();
    }

    private static Answer List(Call call)
    {
        var course = call.Course();
        var access = call.AccessTo(course);
        call.Demand(access.Reads);
        var search = call.Fields.Text("search_term") ?? "";
        var shown = call
            .Truth.ModulesOf(course)
            .Where(module => access.ReadsAll || module.Published)
            .Where(module => module.Name.Contains(search, StringComparison.OrdinalIgnoreCase));
        return call.Page(shown, module => ToJson(call, module));
    }

    private static Answer Create(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var module = new Module
        {
            Id = call.Truth.NextId(),
            CourseId = course.Id,
            Name = call.Fields.Need("module[name]"),
            Position = call.Truth.ModulesOf(course).Count() + 1,
            UnlockAt = call.Fields.Moment("module[unlock_at]"),
        };
        call.Truth.Modules.Add(module);
        return Answer.Ok(ToJson(call, module));
    }

    private static Answer Update(Call call)
    {
        var module = Find(call, manages: true);
        var fields = call.Fields;
        fields.WhenGiven("module[name]", name => module.Name = fields.Text(name) ?? module.Name);
        fields.WhenGiven("module[unlock_at]", name => module.UnlockAt = fields.Moment(name));
        fields.WhenGiven("module[published]", name => module.Published = fields.Flag(name) == true);
        return Answer.Ok(ToJson(call, module));
    }

    // Its files stay.
    private static Answer Delete(Call call)
    {
        var module = Find(call, manages: true);
        var json = ToJson(call, module);
        call.Truth.Modules.Remove(module);
        call.Truth.Items.RemoveAll(item => item.ModuleId == module.Id);
        return Answer.Ok(json);
    }

    private static JsonObject ToJson(Call call, Module module)
    {
        var json = new JsonObject
        {
            ["id"] = module.Id,
            ["name"] = module.Name,
            ["position"] = module.Position,
            ["unlock_at"] = module.UnlockAt.Iso(),
            ["require_sequential_progress"] = false,
            ["prerequisite_module_ids"] = new JsonArray(),
            ["items_count"] = call.Truth.ItemsOf(module).Count(),
            ["items_url"] = $"{call.BaseAddress}/api/v1/courses/{module.CourseId}/modules/{module.Id}/items",
        };
        if (call.AccessTo(call.Truth.Courses.First(course => course.Id == module.CourseId)).ReadsAll)
            json["published"] = module.Published;
        return json;
    }
}
