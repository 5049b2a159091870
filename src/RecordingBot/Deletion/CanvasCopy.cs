using CanvasConnector;
using CanvasConnector.Files;
using RecordingBot.Recordings;

namespace RecordingBot.Deletion;

/// <summary>A copy in Canvas, looked at: what is there under its id, and whether that is ours.</summary>
public sealed class CanvasCopy(CanvasClient canvas)
{
    /// <summary>What Canvas has under the copy's id now; null where it has nothing.</summary>
    public Task<CanvasFile?> FindAsync(CopyRow copy, CancellationToken ct) =>
        canvas.Files.FindAsync(new CanvasId<CanvasFile>(copy.Locator), ct);

    /// <summary>
    /// How what was found stands to our recording. An old id can lead to the file that replaced it, so name and place say nothing: what counts is the
    /// content, by its size and by Canvas's own name for it.
    /// </summary>
    public async Task<RemovalState> ClassifyAsync(PartRow part, CopyRow copy, CanvasFile? found, CancellationToken ct)
    {
        if (found is null)
            return RemovalState.Hidden;
        var size = copy.Size ?? part.Size;
        if (found.Size == size && (copy.Uuid is null || copy.Uuid == found.Uuid))
            return RemovalState.StillThere;
        var was = new CanvasFile
        {
            Id = found.Id,
            DisplayName = part.Name,
            Size = size,
            ContentType = "video/mp4",
        };
        return await canvas.Files.ReadRemovalAsync(was, ct) is RemovalState.Replaced ? RemovalState.Replaced : RemovalState.Unclear;
    }
}
