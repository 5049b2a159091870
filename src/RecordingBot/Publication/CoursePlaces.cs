using CanvasConnector;
using CanvasConnector.Folders;
using CanvasConnector.Modules;
using RecordingBot.Expiry;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>
/// The folders and the heading of ours in a course. Their ids are kept with it: they are found again under another name, and where the course has
/// changed its language. Two recordings of a new course make none of them twice: one waits for the other. On the caller's unit of work, which it saves.
/// </summary>
public sealed class CoursePlaces(CanvasClient canvas, RegistryContext registry, CourseTexts texts, Turns turns)
{
    /// <summary>The locked folder through which files come in.</summary>
    public Task<CanvasFolder> IntakeAsync(string courseId, CourseRow? course, CancellationToken ct) =>
        EnsureAsync(
            courseId,
            row => Id<CanvasFolder>(row.IntakeFolderId),
            (id, alone) => canvas.Folders.EnsureAsync(new(courseId), texts.IntakeFolderNames(course), id, locked: true, alone),
            (row, folder) => row.IntakeFolderId = folder.Id.Value,
            ct
        );

    /// <summary>The open folder that published files lie in.</summary>
    public Task<CanvasFolder> FolderAsync(string courseId, CourseRow? course, CancellationToken ct) =>
        EnsureAsync(
            courseId,
            row => Id<CanvasFolder>(row.FolderId),
            (id, alone) => canvas.Folders.EnsureAsync(new(courseId), texts.FolderNames(course), id, locked: false, alone),
            (row, folder) => row.FolderId = folder.Id.Value,
            ct
        );

    /// <summary>The heading that they are shown under.</summary>
    public Task<Module> ModuleAsync(string courseId, CourseRow? course, CancellationToken ct) =>
        EnsureAsync(
            courseId,
            row => Id<Module>(row.ModuleId),
            (id, alone) => canvas.Modules.EnsureAsync(new(courseId), texts.ModuleNames(course), id, alone),
            (row, module) => row.ModuleId = module.Id.Value,
            ct
        );

    /// <summary>Does something with what is kept of a course, which is new where nothing was, while nobody else does; saved at the end.</summary>
    public Task WithAsync(string courseId, Func<CoursePlacesRow, CancellationToken, Task> work, CancellationToken ct) =>
        turns.AloneAsync(
            $"course {courseId}",
            async alone =>
            {
                // Read again: whoever was here before may have changed it.
                if (registry.CoursePlaces.Local.FindEntry(courseId) is { } known)
                    await known.ReloadAsync(alone);
                var row = await registry.CoursePlaces.FindAsync([courseId], alone);
                if (row is null)
                    registry.CoursePlaces.Add(row = new() { CourseId = courseId });
                await work(row, alone);
                await registry.SaveChangesAsync(alone);
            },
            ct
        );

    private async Task<T> EnsureAsync<T>(
        string courseId,
        Func<CoursePlacesRow, CanvasId<T>?> known,
        Func<CanvasId<T>?, CancellationToken, Task<T>> ensure,
        Action<CoursePlacesRow, T> keep,
        CancellationToken ct
    )
        where T : class
    {
        T? place = null;
        await WithAsync(
            courseId,
            async (row, alone) =>
            {
                place = await ensure(known(row), alone);
                keep(row, place);
            },
            ct
        );
        return place!;
    }

    private static CanvasId<T>? Id<T>(string? id) => id is null ? null : new CanvasId<T>(id);
}
