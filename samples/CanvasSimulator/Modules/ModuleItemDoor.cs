using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Modules;

/// <summary>Items of a module; new ones start unpublished, and one that shows a file goes with it.</summary>
internal static class ModuleItemDoor
{
    private static readonly string[] Types =
    [
        "File",
        "Page",
        "Discussion",
        "Assignment",
        "Quiz",
        "SubHeader",
        "ExternalUrl",
        "ExternalTool",
    ];

    public static void Map(Routes routes)
    {
        const string all = "/courses/{course_id}/modules/{module_id}/items";
        routes.Get(all, List);
        routes.Post(all, Create);
        routes.Get(all + "/{id}", call => Answer.Ok(ToJson(call, Find(call, manages: false))));
        routes.Put(all + "/{id}", Update);
        routes.Delete(all + "/{id}", Delete);
    }

    private static Answer List(Call call)
    {
        var module = ModuleDoor.Find(call);
        var all = call.AccessTo(call.Course()).ReadsAll;
        return call.Page(call.Truth.ItemsOf(module).Where(item => all || item.Published), item => ToJson(call, item));
    }

    private static Answer Create(Call call)
    {
        var module = ModuleDoor.Find(call, manages: true);
        var type = call.Fields.Need("module_item[type]");
        if (!Types.Contains(type, StringComparer.Ordinal))
            throw RefusalException.Invalid("type", "is not known");
        var item = new ModuleItem
        {
            Id = call.Truth.NextId(),
            ModuleId = module.Id,
            Type = type,
            Position = call.Truth.ItemsOf(module).Count() + 1,
            ExternalUrl = call.Fields.Text("module_item[external_url]"),
        };
        if (type == "File")
            Show(call, module, item);
        Apply(call.Fields, item);
        call.Truth.Items.Add(item);
        return Answer.Ok(ToJson(call, item));
    }

    private static void Show(Call call, Module module, ModuleItem item)
    {
        call.Fields.Need("module_item[content_id]");
        var id = call.Fields.Number("module_item[content_id]");
        var file =
            call.Truth.Files.Find(known => known.Id == id && known.CourseId == module.CourseId && known.IsAvailable)
            ?? throw RefusalException.NotFound();
        (item.ContentId, item.Title) = (file.Id, file.Name);
    }

    private static Answer Update(Call call)
    {
        var item = Find(call, manages: true);
        Apply(call.Fields, item);
        call.Fields.WhenGiven("module_item[published]", name => item.Published = call.Fields.Flag(name) == true);
        return Answer.Ok(ToJson(call, item));
    }

    private static Answer Delete(Call call)
    {
        var item = Find(call, manages: true);
        var json = ToJson(call, item);
        call.Truth.Items.Remove(item);
        return Answer.Ok(json);
    }

    private static ModuleItem Find(Call call, bool manages)
    {
        var module = ModuleDoor.Find(call, manages);
        var all = call.AccessTo(call.Course()).ReadsAll;
        var id = call.RouteId("id");
        return call.Truth.ItemsOf(module).FirstOrDefault(item => item.Id == id && (all || item.Published))
            ?? throw RefusalException.NotFound();
    }

    private static void Apply(Fields fields, ModuleItem item)
    {
        fields.WhenGiven("module_item[title]", name => item.Title = fields.Text(name) ?? item.Title);
        fields.WhenGiven("module_item[position]", name => item.Position = (int)(fields.Number(name) ?? item.Position));
        fields.WhenGiven("module_item[indent]", name => item.Indent = (int)(fields.Number(name) ?? 0));
    }

    private static JsonObject ToJson(Call call, ModuleItem item)
    {
        var course = call.Course();
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["module_id"] = item.ModuleId,
            ["title"] = item.Title,
            ["position"] = item.Position,
            ["indent"] = item.Indent,
            ["type"] = item.Type,
            ["html_url"] = $"{call.BaseAddress}/courses/{course.Id}/modules/items/{item.Id}",
        };
        if (item.ContentId is { } file)
        {
            json["content_id"] = file;
            json["url"] = $"{call.BaseAddress}/api/v1/courses/{course.Id}/files/{file}";
        }
        if (item.ExternalUrl is not null)
            json["external_url"] = item.ExternalUrl;
        if (call.AccessTo(course).ReadsAll)
            json["published"] = item.Published;
        return json;
    }
}
