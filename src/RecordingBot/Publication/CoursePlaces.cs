using CanvasConnector;
using CanvasConnector.Folders;
using CanvasConnector.Modules;
using RecordingBot.Expiry;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>
/// The folders and the heading of ours in a course. Their ids are kept with it: they are found again under another name, and where the course has
/// changed its language. On the caller's unit of work.
/// </summary>
public sealed class CoursePlaces(CanvasClient canvas, RegistryContext registry, CourseTexts texts)
{
    /// <summary>The locked folder through which files come in.</summary>
    public async Task<CanvasFolder> IntakeAsync(string courseId, CourseRow? course, CancellationToken ct)
    {
        var row = await RowAsync(courseId, ct);
        var folder = await canvas.Folders.EnsureAsync(
            new(courseId),
            texts.IntakeFolderNames(course),
            Id<CanvasFolder>(row.IntakeFolderId),
            locked: true,
            ct
        );
        row.IntakeFolderId = folder.Id.Value;
        return folder;
    }

    /// <summary>The open folder that published files lie in.</summary>
    public async Task<CanvasFolder> FolderAsync(string courseId, CourseRow? course, CancellationToken ct)
    {
        var row = await RowAsync(courseId, ct);
        var folder = await canvas.Folders.EnsureAsync(
            new(courseId),
            texts.FolderNames(course),
            Id<CanvasFolder>(row.FolderId),
            locked: false,
            ct
        );
        row.FolderId = folder.Id.Value;
        return folder;
    }

    /// <summary>The heading that they are shown under.</summary>
    public async Task<Module> ModuleAsync(string courseId, CourseRow? course, CancellationToken ct)
    {
        var row = await RowAsync(courseId, ct);
        var module = await canvas.Modules.EnsureAsync(new(courseId), texts.ModuleNames(course), Id<Module>(row.ModuleId), ct);
        row.ModuleId = module.Id.Value;
        return module;
    }

    /// <summary>What is kept of the course; new where nothing was.</summary>
    public async Task<CoursePlacesRow> RowAsync(string courseId, CancellationToken ct)
    {
        if (await registry.CoursePlaces.FindAsync([courseId], ct) is { } row)
            return row;
        row = new() { CourseId = courseId };
        registry.CoursePlaces.Add(row);
        return row;
    }

    private static CanvasId<T>? Id<T>(string? id) => id is null ? null : new CanvasId<T>(id);
}
