using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Files;
using CanvasConnector.Modules;
using RecordingBot.Channels;
using RecordingBot.Deletion;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>Makes a published recording unreachable for students: its module item goes, the file is locked, and that is read back.</summary>
public sealed class UnpublishStep(
    CanvasClient canvas,
    CanvasCopy copies,
    CanvasRemoval removal,
    Registrar registrar,
    Messenger messenger,
    TimeProvider clock
) : IStep
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromDays(1);

    public Step Step => Step.Unpublish;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var recording = @case.Recording;
        var (published, key) = (recording.State is RecordingState.Published, $"unpublished {recording.Id} {recording.CanvasModuleItemId}");
        var file = new CanvasId<CanvasFile>(recording.CanvasFileId!);
        if (recording is { CanvasModuleId: { } module, CanvasModuleItemId: { } item })
            await canvas.Modules.DeleteItemAsync(
                new CanvasId<Course>(recording.CourseId!),
                new CanvasId<Module>(module),
                new CanvasId<ModuleItem>(item),
                ct
            );
        if (due.Reason is DueReason.PartRemoved)
        {
            if (!await RemoveAsync(@case, file, ct))
                return StepResult.Until(clock.GetUtcNow() + AskAgain);
        }
        else if (await IsOursAsync(@case, file, ct))
            await LockAsync(file, ct);

        recording.CanvasModuleItemId = null;
        if (!published)
            return StepResult.Done;
        (recording.State, recording.Visible) = (RecordingState.Unpublished, false);
        registrar.Audit("bot", "recording.unpublished", @case.Subject, reason: WireName.Of(due.Reason));
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(
                person,
                ChatText.Of(due.Reason is DueReason.ConditionLost ? "TakenBack" : "Unpublished", recording.Topic),
                ct,
                key
            );
        return StepResult.Done;
    }

    /// <summary>The file holds what was removed on the recorder's computer: it goes, and the one that is there now can come in its place (I5). Its receipt is written with the others, at the end.</summary>
    private async Task<bool> RemoveAsync(RecordingCase @case, CanvasId<CanvasFile> id, CancellationToken ct)
    {
        foreach (var (part, copy) in Of(@case, id).ToList())
        {
            if (await removal.RemoveAsync(@case, part, copy, ct) is not { } evidence)
                return false;
            if (await copies.FindAsync(copy, ct) is not null)
                throw new StepException("still-there", "Canvas still has the file that was to be replaced.");
            (copy.State, copy.RemovedAt, copy.Evidence) = (CopyState.Removed, clock.GetUtcNow(), evidence);
        }
        (@case.Recording.CanvasFileId, @case.Recording.LockAt, @case.Recording.CanvasOutdated) = (null, null, false);
        registrar.Audit("bot", "copy.replaced", @case.Subject, before: $"file:{id}", reason: WireName.Of(DueReason.PartRemoved));
        return true;
    }

    /// <summary>What isn't there, or isn't ours any more, is left alone.</summary>
    private async Task<bool> IsOursAsync(RecordingCase @case, CanvasId<CanvasFile> id, CancellationToken ct)
    {
        if (Of(@case, id).FirstOrDefault() is not ({ } part, { } copy))
            return await canvas.Files.FindAsync(id, ct) is not null;
        return await copies.ClassifyAsync(part, copy, await copies.FindAsync(copy, ct), ct) is RemovalState.StillThere;
    }

    private static IEnumerable<(PartRow Part, CopyRow Copy)> Of(RecordingCase @case, CanvasId<CanvasFile> id) =>
        @case.Copies.Where(one => one.Copy.Place == CopyPlace.Canvas && one.Copy.Locator == id.Value);

    private async Task LockAsync(CanvasId<CanvasFile> id, CancellationToken ct)
    {
        await canvas.Files.UpdateAsync(id, new FileChange { Locked = true }, ct);
        if ((await canvas.Files.GetAsync(id, ct)).Locked != true)
            throw new StepException("canvas-other-state", "Canvas shows the file unlocked though it was locked.");
    }
}
