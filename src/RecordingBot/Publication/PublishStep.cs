using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Files;
using RecordingBot.Channels;
using RecordingBot.Deletion;
using RecordingBot.Expiry;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>
/// Brings the recording's video into its course, or corrects its fuse. The file goes from the teacher's computer straight to Canvas, into a
/// locked folder; only when fuse and module item stand is it unlocked, and then read back (facts/canvas.md 5 and 6).
/// </summary>
public sealed class PublishStep(
    CanvasClient canvas,
    CanvasUpload upload,
    Roomless roomless,
    CoursePlaces places,
    UsageRightsOfCourse rights,
    FreshCourse fresh,
    RegistryContext registry,
    Registrar registrar,
    Messenger messenger,
    CourseTexts texts
) : IStep
{
    public Step Step => Step.Publish;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (await fresh.ConfirmAsync(@case, ct) is not { } confirmed || !confirmed.Facts.PublicationConditionsMet)
            return StepResult.Reconsider;
        var recording = confirmed.Recording;
        var video = confirmed.Video ?? throw new StepException("no-video", "The recording has no video that could be published.");
        switch (recording.CanvasFileId is null ? await upload.AdvanceAsync(confirmed, video, ct) : UploadState.Done)
        {
            case UploadState.Sending sending:
                return StepResult.Until(sending.LookAgain);
            case UploadState.NoRoom noRoom:
                await roomless.AskAsync(confirmed, noRoom, ct);
                return StepResult.Reconsider;
            default:
                await ShowAsync(confirmed, ct);
                return StepResult.Done;
        }
    }

    private async Task ShowAsync(RecordingCase @case, CancellationToken ct)
    {
        var recording = @case.Recording;
        var course = new CanvasId<Course>(recording.CourseId!);
        var file = new CanvasId<CanvasFile>(recording.CanvasFileId!);
        var fuse = NextStep.Fuse(@case.Facts, @case.Ending);
        await canvas.Files.UpdateAsync(file, new FileChange { LockAt = Seconds(fuse) }, ct);
        if (recording.State is not RecordingState.Published)
        {
            await rights.SetAsync(course, file, texts.LanguageOf(@case.Course), ct);
            var module = await places.ModuleAsync(recording.CourseId!, @case.Course, ct);
            var item = await canvas.Modules.AddFileAsync(course, module.Id, file, texts.TitleOf(recording), ct);
            (recording.CanvasModuleId, recording.CanvasModuleItemId) = (module.Id.Value, item.Id.Value);
            // What Canvas now holds is known before anyone can see it: a crash from here on is found and finished.
            await registry.SaveChangesAsync(ct);

            var folder = await places.FolderAsync(recording.CourseId!, @case.Course, ct);
            await canvas.Files.UpdateAsync(file, new FileChange { FolderId = folder.Id, Locked = false }, ct);
            await canvas.Modules.PublishItemAsync(course, module.Id, item.Id, ct);
        }

        await ReadBackAsync(@case, file, fuse, ct);
        var first = recording.State is not RecordingState.Published;
        (recording.State, recording.Visible, recording.LockAt) = (RecordingState.Published, true, fuse);
        registrar.Audit("bot", first ? "recording.published" : "recording.fuse-set", @case.Subject, after: $"file:{file} lock-at:{fuse:O}");
        if (first && recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                ChatText.Of("Published", recording.Topic, @case.Course?.Name ?? recording.CourseId!, (object?)@case.Ending.At ?? ""),
                ct,
                $"published {recording.Id} {recording.CanvasModuleItemId}"
            );
    }

    private async Task ReadBackAsync(RecordingCase @case, CanvasId<CanvasFile> id, DateTimeOffset? fuse, CancellationToken ct)
    {
        var file = await canvas.Files.GetAsync(id, ct);
        if (file.Locked != false || file.LockAt != Seconds(fuse))
            throw new StepException("canvas-other-state", "Canvas shows the file in another state than it was asked for.");
        // Noted while Canvas tells it: it may outlast the file.
        if (file.MediaEntryId is not null && @case.Copies.FirstOrDefault(one => one.Copy.Locator == id.Value).Copy is { } copy)
            copy.Residue = Residue.MediaObject;
    }

    /// <summary>Canvas keeps whole seconds; cut off, so that the fuse never burns too late.</summary>
    private static DateTimeOffset? Seconds(DateTimeOffset? instant) =>
        instant is { } at ? new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;
}
