using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Http;

namespace CanvasConnector.Folders;

/// <summary>Folders of a course's files (Files API).</summary>
public sealed class FolderCalls
{
    private readonly CanvasSender sender;

    internal FolderCalls(CanvasSender sender) => this.sender = sender;

    /// <summary>The folder of that name, made or locked if need be: nothing in it can be opened by a student.</summary>
    public Task<CanvasFolder> EnsureLockedAsync(CanvasId<Course> course, string name, CancellationToken ct = default) =>
        EnsureAsync(course, [name], null, locked: true, ct);

    /// <summary>The folder of that name, made or unlocked if need be: each file's own lock decides.</summary>
    public Task<CanvasFolder> EnsureOpenAsync(CanvasId<Course> course, string name, CancellationToken ct = default) =>
        EnsureAsync(course, [name], null, locked: false, ct);

    /// <summary>
    /// The folder that is known by its id, whatever it is called now; else the first that is there of these names; else a new one of the first name.
    /// It is locked or unlocked if need be.
    /// </summary>
    /// <param name="course">Whose files.</param>
    /// <param name="names">One name at least.</param>
    /// <param name="known">The id of the folder that was answered before; null where there was none.</param>
    /// <param name="locked">Whether nothing in it can be opened by a student.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<CanvasFolder> EnsureAsync(
        CanvasId<Course> course,
        IReadOnlyList<string> names,
        CanvasId<CanvasFolder>? known,
        bool locked,
        CancellationToken ct = default
    )
    {
        var state = locked ? "true" : "false";
        var folder = known is null ? null : await FindAsync(known, ct);
        for (var next = 0; folder is null && next < names.Count; next++)
            folder = await FindAsync(course, names[next], ct);
        folder ??= await sender.ReadAsync<CanvasFolder>(
            CanvasCall.Post($"courses/{course}/folders").With("name", names[0]).With("parent_folder_path", "/").With("locked", state),
            ct
        );
        return folder.Locked == locked
            ? folder
            : await sender.ReadAsync(CanvasCall.Put($"folders/{folder.Id}").With("locked", state), folder.Id, ct);
    }

    private async Task<CanvasFolder?> FindAsync(CanvasId<CanvasFolder> id, CancellationToken ct)
    {
        try
        {
            return await sender.ReadAsync(CanvasCall.Get($"folders/{id}"), id, ct);
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>The folder of that path from the top of the course's files; null if there is none.</summary>
    public async Task<CanvasFolder?> FindAsync(CanvasId<Course> course, string path, CancellationToken ct = default)
    {
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var call = CanvasCall.Get($"courses/{course}/folders/by_path/{string.Join('/', names.Select(Uri.EscapeDataString))}");
        try
        {
            // Canvas answers the whole path from the root; the folder itself comes last.
            var found = await sender.ReadAsync<List<CanvasFolder>>(call, ct);
            return
                found is [.., var last]
                && (names is not [.., var name] || string.Equals(last.Name, name, StringComparison.OrdinalIgnoreCase))
                ? last
                : throw AnswerReader.Unbelievable(call, 200, "another folder than was asked");
        }
        catch (CanvasException fault) when (fault.Kind == CanvasErrorKind.NotFound)
        {
            return null;
        }
    }
}
