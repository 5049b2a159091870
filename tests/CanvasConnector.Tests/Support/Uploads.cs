using CanvasConnector.Courses;
using CanvasConnector.Files;
using CanvasConnector.Folders;

namespace CanvasConnector.Tests.Support;

/// <summary>A whole upload in one line.</summary>
internal static class Uploads
{
    public static async Task<CanvasFile> UploadAsync(
        this CanvasClient canvas,
        CanvasId<Course> course,
        CanvasFolder folder,
        string name,
        byte[] bytes,
        CancellationToken ct
    )
    {
        var file = new FileToUpload(name, bytes.Length, "video/mp4", folder.Id);
        var ticket = await canvas.Files.BeginUploadAsync(course, file, ct);
        return await canvas.Files.FinishUploadAsync(await UploadPoster.PostAsync(ticket, bytes, ct), file, ct);
    }
}
