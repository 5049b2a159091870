using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Folders;
using CanvasConnector.Http;

namespace CanvasConnector.Files;

/// <summary>
/// All three steps of an upload. What fails on the way begins again at step 1, but only after a look into the folder: an
/// answer may be lost where the file was not.
/// </summary>
internal sealed class FileUpload(FileCalls files, FolderCalls folders, StorageSender storage, Backoff backoff, TimeProvider time)
{
    private const int MostAttempts = 3;

    public async Task<CanvasFile> RunAsync(
        CanvasId<Course> course,
        FileToUpload file,
        Func<Stream> open,
        IProgress<long>? progress,
        CancellationToken ct
    )
    {
        var before = await AlikeAsync(course, file, ct);
        for (var attempt = 1; ; attempt++)
        {
            await using var source = Open(open, file);
            var ticket = await files.BeginUploadAsync(course, file, ct);
            try
            {
                var answer = await storage.SendAsync(ticket, file, source, progress, ct);
                return await files.FinishUploadAsync(answer, file, ct);
            }
            catch (CanvasException fault) when (MayBeginAgain(fault))
            {
                var now = await AlikeAsync(course, file, ct);
                if (now.FirstOrDefault(there => before.All(known => known.Id != there.Id)) is { } arrived)
                    return arrived;
                if (attempt == MostAttempts)
                    throw;
                await Task.Delay(backoff.Usual(attempt), time, ct);
            }
        }
    }

    // Refused by the storage, cut off, or gone between two steps; the course's quota and the token's rights stay as they are.
    private static bool MayBeginAgain(CanvasException fault) =>
        fault.Kind is CanvasErrorKind.Invalid or CanvasErrorKind.Unavailable or CanvasErrorKind.NotFound;

    private static Stream Open(Func<Stream> open, FileToUpload file)
    {
        var source = open();
        if (!source.CanSeek || source.Length - source.Position == file.Size)
            return source;
        source.Dispose();
        throw FileBytes.OtherSize();
    }

    /// <summary>The folder's files that might be this one.</summary>
    private async Task<IReadOnlyList<CanvasFile>> AlikeAsync(CanvasId<Course> course, FileToUpload file, CancellationToken ct) =>
        (file.FolderId ?? (await folders.FindAsync(course, file.FolderPath!, ct))?.Id) is { } folder
            ? await files.ListAlikeAsync(folder, file.Name, file.Size, ct)
            : [];
}
