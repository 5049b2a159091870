using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Folders;
using Microsoft.Extensions.Options;
using RecordingAgent.Orders;
using RecordingBot.Recordings;
using RecordingBot.Registry;

namespace RecordingBot.Publication;

/// <summary>
/// The three steps of an upload, spread over two machines: the server asks Canvas for the address, the agent sends the file there, the server
/// finishes. The server never sees the bytes, the agent never a token. Whatever a crash leaves is found again by the file's name (I5).
/// </summary>
public sealed class CanvasUpload(
    CanvasClient canvas,
    AgentOrders orders,
    RegistryContext registry,
    CoursePlaces places,
    LeftOvers leftOvers,
    Registrar registrar,
    CourseTexts texts,
    IOptions<PublicationOptions> options,
    TimeProvider clock
)
{
    /// <summary>Canvas's upload address lasts about half an hour.</summary>
    private static readonly TimeSpan TicketHolds = TimeSpan.FromMinutes(30);

    /// <summary>Goes on with the upload.</summary>
    public async Task<UploadState> AdvanceAsync(RecordingCase @case, PartRow video, CancellationToken ct)
    {
        var recording = @case.Recording;
        var copy =
            RecordingCase.In(@case.Source?.MainVideo() ?? video, CopyPlace.RecorderComputer)
            ?? throw new StepException("no-copy", "No computer has the video any more.");
        var course = new CanvasId<Course>(recording.CourseId!);
        var order = await orders.CurrentAsync(recording, copy, OrderKind.Upload, ct);
        if (order is { AnsweredAt: null })
            return new UploadState.Sending(clock.GetUtcNow() + AgentOrders.LookAgain);

        var folder = await places.IntakeAsync(recording.CourseId!, @case.Course, ct);
        var file = new FileToUpload(texts.FileNameOf(recording, Path.GetExtension(video.Name)), video.Size, "video/mp4", folder.Id);
        try
        {
            var uploaded = order is null ? await LeftBehindAsync(folder.Id, file, ct) : await FinishAsync(order, folder.Id, file, ct);
            if (uploaded is null)
                return await BeginAsync(@case, video, copy, course, file, ct);
            // Before it is noted: a crash in between finds this one again.
            await leftOvers.RemoveAsync(folder.Id, file.Name, file.Size, uploaded.Id, @case.Subject, ct);
            Note(@case, video, folder.Id, uploaded);
        }
        catch (CanvasException fault) when (fault.Kind is CanvasErrorKind.OverQuota)
        {
            // Canvas counted for itself, at the first step or once it had the bytes: nothing of it is there.
            if (order is not null)
                order.Used = true;
            return new UploadState.NoRoom(await MissingAsync(course, video, ct), IsLimit: false);
        }
        if (order is not null)
            order.Used = true;
        await registry.SaveChangesAsync(ct);
        return UploadState.Done;
    }

    /// <summary>What an earlier attempt brought in before it could be noted.</summary>
    private async Task<CanvasFile?> LeftBehindAsync(CanvasId<CanvasFolder> folder, FileToUpload file, CancellationToken ct) =>
        await canvas.Files.ListAlikeAsync(folder, file.Name, file.Size, ct) is [var first, ..] ? first : null;

    private async Task<CanvasFile?> FinishAsync(AgentOrderRow order, CanvasId<CanvasFolder> folder, FileToUpload file, CancellationToken ct)
    {
        var receipt = AgentOrders.ReceiptOf(order);
        try
        {
            if (receipt is { Outcome: ReceiptOutcome.Done, Upload: { } answer })
                return await canvas.Files.FinishUploadAsync(new(answer.Status, answer.Location, answer.Body), file, ct);
        }
        catch (CanvasException fault) when (fault.Kind is CanvasErrorKind.Invalid or CanvasErrorKind.NotFound)
        {
            // Finished before, and the answer was lost: then it is there.
            if (await LeftBehindAsync(folder, file, ct) is { } finished)
                return finished;
        }
        // This attempt has come to nothing; the next begins at the first step, on the next look.
        order.Used = true;
        await registry.SaveChangesAsync(ct);
        throw new StepException("upload-failed", "The upload did not succeed: " + (receipt.Reason ?? "refused"));
    }

    private async Task<UploadState> BeginAsync(
        RecordingCase @case,
        PartRow video,
        CopyRow copy,
        CanvasId<Course> course,
        FileToUpload file,
        CancellationToken ct
    )
    {
        if (video.Size > options.Value.LargestFile)
            return new UploadState.NoRoom(video.Size - options.Value.LargestFile, IsLimit: true);
        if (await MissingAsync(course, video, ct) is > 0 and var missing)
            return new UploadState.NoRoom(missing, IsLimit: false);
        var ticket = await canvas.Files.BeginUploadAsync(course, file, ct);
        var target = new UploadTarget
        {
            Url = ticket.UploadUrl,
            Params = [.. ticket.Params.Select(field => KeyValuePair.Create(field.Name, field.Value))],
            FileParam = ticket.FileParam,
            FileName = "recording" + Path.GetExtension(video.Name).ToLowerInvariant(),
            ContentType = file.ContentType,
        };
        await orders.IssueAsync(@case.Recording, video, copy, OrderKind.Upload, ct, target, TicketHolds, holder: @case.Source);
        return new UploadState.Sending(clock.GetUtcNow() + AgentOrders.LookAgain);
    }

    private async Task<long> MissingAsync(CanvasId<Course> course, PartRow video, CancellationToken ct) =>
        Math.Max(0, video.Size - (await canvas.Files.QuotaAsync(course, ct)).Free);

    private void Note(RecordingCase @case, PartRow video, CanvasId<CanvasFolder> folder, CanvasFile file)
    {
        (@case.Recording.CanvasFolderId, @case.Recording.CanvasFileId) = (folder.Value, file.Id.Value);
        registrar.Audit("bot", "copy.uploaded", @case.Subject, after: $"file:{file.Id}");
        if (video.Copies.Exists(copy => copy.Place == CopyPlace.Canvas && copy.Locator == file.Id.Value))
            return;
        registry.Copies.Add(
            new()
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PartId = video.Id,
                Place = CopyPlace.Canvas,
                Locator = file.Id.Value,
                Uuid = file.Uuid,
                Size = file.Size,
            }
        );
    }
}
