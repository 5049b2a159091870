using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Http;

namespace CanvasConnector.Modules;

/// <summary>Modules and their items, where students find a file (Modules API).</summary>
public sealed class ModuleCalls
{
    private readonly CanvasSender sender;
    private readonly CanvasPager pager;

    internal ModuleCalls(CanvasSender sender, CanvasPager pager) => (this.sender, this.pager) = (sender, pager);

    /// <summary>The module of exactly that name, made and published if need be.</summary>
    public Task<Module> EnsureAsync(CanvasId<Course> course, string name, CancellationToken ct = default) =>
        EnsureAsync(course, [name], null, ct);

    /// <summary>
    /// The module that is known by its id, whatever it is called now; else the first of exactly one of these names; else a new one of the first name.
    /// It is published if need be.
    /// </summary>
    /// <param name="course">The course.</param>
    /// <param name="names">One name at least.</param>
    /// <param name="known">The id of the module that was answered before; null where there was none.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Module> EnsureAsync(
        CanvasId<Course> course,
        IReadOnlyList<string> names,
        CanvasId<Module>? known,
        CancellationToken ct = default
    )
    {
        var module =
            await FindAsync(course, names, known, ct)
            ?? await sender.ReadAsync<Module>(CanvasCall.Post($"courses/{course}/modules").With("module[name]", names[0]), ct);
        if (module.Published == true)
            return module;
        var publish = CanvasCall.Put($"courses/{course}/modules/{module.Id}").With("module[published]", "true");
        return await sender.ReadAsync(publish, module.Id, ct);
    }

    /// <summary>The item that shows the file in this module, made if need be; a new one is not yet published.</summary>
    public async Task<ModuleItem> AddFileAsync(
        CanvasId<Course> course,
        CanvasId<Module> module,
        CanvasId<CanvasFile> file,
        string title,
        CancellationToken ct = default
    )
    {
        var items = $"courses/{course}/modules/{module}/items";
        await foreach (var item in pager.ReadAllAsync<ModuleItem>(CanvasCall.Get(items), ct))
        {
            if (item.Type == "File" && item.ContentId == file)
                return item;
        }
        var create = CanvasCall
            .Post(items)
            .With("module_item[type]", "File")
            .With("module_item[content_id]", file.Value)
            .With("module_item[title]", title);
        var made = await sender.ReadAsync<ModuleItem>(create, ct);
        return made.ContentId == file ? made : throw AnswerReader.Unbelievable(create, 200, "an item for another file than was asked");
    }

    /// <summary>Lets students see the item.</summary>
    public Task<ModuleItem> PublishItemAsync(
        CanvasId<Course> course,
        CanvasId<Module> module,
        CanvasId<ModuleItem> item,
        CancellationToken ct = default
    ) => sender.ReadAsync(CanvasCall.Put(Item(course, module, item)).With("module_item[published]", "true"), item, ct);

    /// <summary>The item as it is now.</summary>
    public Task<ModuleItem> GetItemAsync(
        CanvasId<Course> course,
        CanvasId<Module> module,
        CanvasId<ModuleItem> item,
        CancellationToken ct = default
    ) => sender.ReadAsync(CanvasCall.Get(Item(course, module, item)), item, ct);

    /// <summary>Takes the item away; the file stays.</summary>
    public async Task<Removal> DeleteItemAsync(
        CanvasId<Course> course,
        CanvasId<Module> module,
        CanvasId<ModuleItem> item,
        CancellationToken ct = default
    )
    {
        try
        {
            await sender.ReadAsync(CanvasCall.Delete(Item(course, module, item)), item, ct);
            return Removal.Removed;
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return Removal.AlreadyGone;
        }
    }

    private async Task<Module?> FindAsync(
        CanvasId<Course> course,
        IReadOnlyList<string> names,
        CanvasId<Module>? known,
        CancellationToken ct
    )
    {
        Module? named = null;
        await foreach (var module in pager.ReadAllAsync<Module>(CanvasCall.Get($"courses/{course}/modules"), ct))
        {
            if (module.Id == known)
                return module;
            if (named is null && names.Contains(module.Name, StringComparer.Ordinal))
                named = module;
        }
        return named;
    }

    private static string Item(CanvasId<Course> course, CanvasId<Module> module, CanvasId<ModuleItem> item) =>
        $"courses/{course}/modules/{module}/items/{item}";
}
