using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Files;
using CanvasConnector.Modules;
using RecordingBot.Channels;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Publication;

/// <summary>Makes a published recording unreachable for students: its module item goes, the file is locked, and that is read back.</summary>
public sealed class UnpublishStep(CanvasClient canvas, Registrar registrar, Messenger messenger) : IStep
{
    public Step Step => Step.Unpublish;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        var recording = @case.Recording;
        var file = new CanvasId<CanvasFile>(recording.CanvasFileId!);
        if (recording is { CanvasModuleId: { } module, CanvasModuleItemId: { } item })
            await canvas.Modules.DeleteItemAsync(
                new CanvasId<Course>(recording.CourseId!),
                new CanvasId<Module>(module),
                new CanvasId<ModuleItem>(item),
                ct
            );
        if (await canvas.Files.FindAsync(file, ct) is not null)
            await LockAsync(file, ct);

        var key = $"unpublished {recording.Id} {recording.CanvasModuleItemId}";
        recording.CanvasModuleItemId = null;
        (recording.State, recording.Visible) = (RecordingState.Unpublished, false);
        registrar.Audit("bot", "recording.unpublished", @case.Subject, reason: WireName.Of(due.Reason));
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(person, ChatText.Of("Unpublished", recording.Topic), ct, key);
        return StepResult.Done;
    }

    private async Task LockAsync(CanvasId<CanvasFile> id, CancellationToken ct)
    {
        await canvas.Files.UpdateAsync(id, new FileChange { Locked = true }, ct);
        if ((await canvas.Files.GetAsync(id, ct)).Locked != true)
            throw new StepException("canvas-other-state", "Canvas shows the file unlocked though it was locked.");
    }
}
