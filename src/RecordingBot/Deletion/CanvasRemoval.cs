using CanvasConnector;
using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Modules;
using Microsoft.Extensions.Options;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>
/// Removes a copy from Canvas: the item that shows it, and the file, by their ids; with its content first where the installation allows that. What isn't
/// ours is left alone, and a person is asked.
/// </summary>
public sealed class CanvasRemoval(
    CanvasClient canvas,
    CanvasCopy copies,
    RegistryContext registry,
    Registrar registrar,
    IOptions<DeletionOptions> options
)
{
    /// <summary>Removes it.</summary>
    /// <returns>How it went, as an evidence class still to be read back; null where it waits for a person.</returns>
    public async Task<string?> RemoveAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        await HideAsync(@case.Recording, ct);
        var found = await copies.FindAsync(copy, ct);
        // Once known it stays: of a file that is gone Canvas no longer tells it.
        if (found?.MediaEntryId is not null)
            copy.Residue = Residue.MediaObject;
        switch (await copies.ClassifyAsync(part, copy, found, ct))
        {
            case RemovalState.Hidden:
                Unpublish(@case.Recording);
                return copy.Evidence ?? EvidenceClass.AbsentFromCanvas;
            case RemovalState.Unclear:
                await AskAsync(TaskKind.CanvasUnclear, "gone-from-canvas", @case, copy, ct);
                return null;
            case RemovalState.StillThere when options.Value.ReplaceBeforeDelete:
                if (!await ReplaceAsync(@case, part, copy, ct))
                    return null;
                break;
            case RemovalState.Replaced:
                copy.Evidence = EvidenceClass.ReplacedInCanvas;
                break;
            default:
                copy.Evidence = EvidenceClass.HiddenInCanvas;
                break;
        }
        registrar.Audit("bot", "copy.removing", @case.Subject, after: $"copy:{copy.Id} {copy.Place}", reason: copy.Evidence);
        // Known before the file goes: a crash from here on is found as what it was.
        await registry.SaveChangesAsync(ct);
        await canvas.Files.DeleteAsync(new CanvasId<CanvasFile>(copy.Locator), ct);
        Unpublish(@case.Recording);
        return copy.Evidence;
    }

    private async Task HideAsync(RecordingRow recording, CancellationToken ct)
    {
        if (recording is { CanvasModuleId: { } module, CanvasModuleItemId: { } item })
            await canvas.Modules.DeleteItemAsync(
                new CanvasId<Course>(recording.CourseId!),
                new CanvasId<Module>(module),
                new CanvasId<ModuleItem>(item),
                ct
            );
        recording.CanvasModuleItemId = null;
    }

    /// <summary>Said with the audit entry of what made it so.</summary>
    private static void Unpublish(RecordingRow recording)
    {
        recording.Visible = false;
        if (recording.State is RecordingState.Published)
            recording.State = RecordingState.Unpublished;
    }

    /// <summary>False where the right is missing: that is for the operator, and is looked at again by itself.</summary>
    private async Task<bool> ReplaceAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        try
        {
            await canvas.Files.DeleteAsync(new CanvasId<CanvasFile>(copy.Locator), replace: true, ct);
        }
        catch (CanvasException fault) when (fault.Kind is CanvasErrorKind.Forbidden or CanvasErrorKind.ScopeMissing)
        {
            await AskAsync(TaskKind.NoReplaceRight, "", @case, copy, ct);
            return false;
        }
        if (await copies.ClassifyAsync(part, copy, await copies.FindAsync(copy, ct), ct) is RemovalState.StillThere or RemovalState.Unclear)
            throw new StepException("not-replaced", "Canvas did not put its placeholder in the file's place.");
        copy.Evidence = EvidenceClass.ReplacedInCanvas;
        await registrar.CloseTaskAsync(TaskKind.NoReplaceRight, @case.Subject, "done", "bot", ct);
        return true;
    }

    private Task<TaskRow> AskAsync(string kind, string answers, RecordingCase @case, CopyRow copy, CancellationToken ct) =>
        registrar.OpenTaskAsync(
            kind,
            @case.Subject,
            kind == TaskKind.NoReplaceRight ? Role.Operator : Role.CourseAdmin,
            null,
            answers,
            ct,
            @case.Recording.Topic,
            @case.Course?.Name ?? @case.Recording.CourseId ?? "",
            copy.Locator
        );
}
