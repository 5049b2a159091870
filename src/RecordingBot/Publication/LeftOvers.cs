using CanvasConnector;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Folders;
using Microsoft.EntityFrameworkCore;
using RecordingAgent.Orders;
using RecordingBot.Registry;
using RecordingPolicy;

namespace RecordingBot.Publication;

/// <summary>
/// What attempts that broke off have left of a recording in the folder through which files come in: a file of the very size that was sent, under the name
/// that holds the recording's own id, with the number that Canvas adds where a name is taken. Anything else there is somebody else's.
/// </summary>
public sealed class LeftOvers(CanvasClient canvas, RegistryContext registry, Registrar registrar, CourseTexts texts)
{
    private static readonly string Upload = WireName.Of(OrderKind.Upload);

    /// <summary>Removes all of a recording that has come to its end: an upload that ended when nobody waited for it any more is in no list of copies.</summary>
    public async Task RemoveAllAsync(RecordingCase @case, CancellationToken ct)
    {
        var recording = @case.Recording;
        if (
            @case.Video is not { } video
            || !await registry.AgentOrders.AnyAsync(order => order.RecordingId == recording.Id && order.Kind == Upload, ct)
            || await registry.CoursePlaces.FindAsync([recording.CourseId], ct) is not { IntakeFolderId: { } folder }
        )
            return;
        var name = texts.FileNameOf(recording, Path.GetExtension(video.Name));
        try
        {
            await RemoveAsync(new CanvasId<CanvasFolder>(folder), name, video.Size, null, @case.Subject, ct);
        }
        catch (CanvasException fault) when (fault.Kind is CanvasErrorKind.NotFound)
        {
            // With the folder, or the course, went what was in it.
        }
    }

    /// <summary>Removes all but the one that is kept.</summary>
    public async Task RemoveAsync(
        CanvasId<CanvasFolder> folder,
        string name,
        long size,
        CanvasId<CanvasFile>? kept,
        string subject,
        CancellationToken ct
    )
    {
        foreach (var file in (await canvas.Files.ListAlikeAsync(folder, name, size, ct)).Where(file => file.Id != kept))
        {
            await canvas.Files.DeleteAsync(file.Id, ct);
            registrar.Audit("bot", "copy.left-over-removed", subject, before: $"file:{file.Id}");
        }
    }
}
