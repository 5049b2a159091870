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
        EnsureAsync(course, name, locked: true, ct);

    /// <summary>The folder of that name, made or unlocked if need be: each file's own lock decides.</summary>
    public Task<CanvasFolder> EnsureOpenAsync(CanvasId<Course> course, string name, CancellationToken ct = default) =>
        EnsureAsync(course, name, locked: false, ct);

    private async Task<CanvasFolder> EnsureAsync(CanvasId<Course> course, string name, bool locked, CancellationToken ct)
    {
        var state = locked ? "true" : "false";
        if (await FindAsync(course, name, ct) is not { } folder)
        {
            var create = CanvasCall
                .Post($"courses/{course}/folders")
                .With("name", name)
                .With("parent_folder_path", "/")
                .With("locked", state);
            folder = await sender.ReadAsync<CanvasFolder>(create, ct);
        }
        return folder.Locked == locked
            ? folder
            : await sender.ReadAsync(CanvasCall.Put($"folders/{folder.Id}").With("locked", state), folder.Id, ct);
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
