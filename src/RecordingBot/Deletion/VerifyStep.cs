using CanvasConnector.Files;
using Microsoft.EntityFrameworkCore;
using RecordingAgent.Orders;
using RecordingBot.Channels;
using RecordingBot.Publication;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>Reads back that a removed copy is absent, and writes its receipt (I13). With the last one the recording is deleted.</summary>
public sealed class VerifyStep(
    CanvasCopy canvas,
    CloudRemoval cloud,
    AgentOrders orders,
    ReceiptSigner signer,
    RegistryContext registry,
    IncidentBook incidents,
    Registrar registrar,
    Messenger messenger,
    SecondCopies secondCopies,
    LeftOvers leftOvers,
    TimeProvider clock
) : IStep
{
    /// <summary>Tasks that have no object once the recording is gone.</summary>
    private static readonly string[] EndsWithIt =
    [
        TaskKind.Unexplained,
        TaskKind.MissingDate,
        TaskKind.MoveFile,
        TaskKind.RemoveMoved,
        TaskKind.AccessReview,
        TaskKind.NoRoom,
        TaskKind.CanvasUnclear,
        TaskKind.NoReplaceRight,
        TaskKind.HoldReview,
        TaskKind.EndQuestion,
        TaskKind.Unreachable,
        TaskKind.Withdrawal,
    ];

    public Step Step => Step.Verify;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (due.Copy is { } id)
        {
            var (part, copy) = @case.Copies.Single(entry => entry.Copy.Id == id);
            var evidence =
                copy.Place == CopyPlace.Canvas ? await InCanvasAsync(@case, part, copy, ct)
                : copy.Place == CopyPlace.ZoomCloud ? await InCloudAsync(@case, copy, ct)
                : CopyPlace.IsMovedTo(copy.Place) ? EvidenceClass.StatedByPerson
                : await OnComputerAsync(@case, part, copy, ct);
            if (evidence is null)
                return copy.State is CopyState.Present
                    ? StepResult.Reconsider
                    : StepResult.Until(clock.GetUtcNow() + AgentOrders.LookAgain);
            await ReceiptAsync(@case, part, copy, evidence, ct);
            if (copy.Place == CopyPlace.Canvas && @case.Recording.OrderedFor != @case.Ending.At)
                LeftItsCourse(@case.Recording);
        }
        if (@case.Copies.All(entry => entry.Copy.State is CopyState.Gone))
            await EndAsync(@case, ct);
        return StepResult.Done;
    }

    /// <summary>
    /// Gone says only Canvas itself. Deleted there is hidden: Canvas's own staff can restore it for a while (security.md 4), and the receipt says no more
    /// than that. Another file under its id tells nothing, and is never called ours or gone.
    /// </summary>
    private async Task<string?> InCanvasAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        if (copy.Evidence == EvidenceClass.StatedByPerson)
            return copy.Evidence;
        switch (await canvas.ClassifyAsync(part, copy, await canvas.FindAsync(copy, ct), ct))
        {
            case RemovalState.Hidden:
                return copy.Evidence ?? EvidenceClass.HiddenInCanvas;
            case RemovalState.Unclear:
                // Asked where it is to be removed, which this is again.
                copy.State = CopyState.Present;
                registrar.Audit("bot", "copy.unclear", @case.Subject, after: $"copy:{copy.Id} {copy.Place}");
                return null;
            default:
                return await StillThereAsync(copy, ct);
        }
    }

    private async Task<string> InCloudAsync(RecordingCase @case, CopyRow copy, CancellationToken ct) =>
        await cloud.IsGoneAsync(@case, ct) ? copy.Evidence ?? EvidenceClass.DeletedInZoom : await StillThereAsync(copy, ct);

    private async Task<string?> OnComputerAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        var order =
            await orders.CurrentAsync(@case.Recording, copy, OrderKind.Verify, ct)
            ?? await orders.IssueAsync(@case.Recording, part, copy, OrderKind.Verify, ct);
        if (order.AnsweredAt is null)
            return null;
        var receipt = await orders.TakeInAsync(order, ct);
        return receipt.Evidence?.Kind switch
        {
            EvidenceKind.ConfirmedAbsent or EvidenceKind.UnlinkedOnDisk => EvidenceClass.ConfirmedAbsent,
            EvidenceKind.Present => await StillThereAsync(copy, ct),
            _ => throw new StepException("agent-refused", "The agent could not look: " + receipt.Reason),
        };
    }

    /// <summary>What was removed is there again: it is removed again, never called gone.</summary>
    private async Task<string> StillThereAsync(CopyRow copy, CancellationToken ct)
    {
        copy.State = CopyState.Present;
        await registry.SaveChangesAsync(ct);
        throw new StepException("still-there", "A removed copy is still there.");
    }

    private async Task ReceiptAsync(RecordingCase @case, PartRow part, CopyRow copy, string evidence, CancellationToken ct)
    {
        var endsAt = @case.Recording.OrderedFor;
        var order = await registry.DeletionOrders.SingleAsync(row => row.RecordingId == @case.Recording.Id && row.EndsAt == endsAt, ct);
        var now = clock.GetUtcNow();
        (copy.State, copy.Evidence) = (CopyState.Gone, evidence);
        registry.Receipts.Add(
            signer.Sign(
                new()
                {
                    Id = Guid.CreateVersion7(now),
                    RecordingId = @case.Recording.Id,
                    PartId = part.Id,
                    CopyId = copy.Id,
                    Place = copy.Place,
                    Sha256 = part.Sha256,
                    Size = part.Size,
                    OrderId = order.Id,
                    OrderedAt = order.At,
                    GoneAt = now,
                    Plan = order.Plan,
                    Reason = order.Reason,
                    Edition = order.Edition,
                    Authority = order.Authority,
                    Evidence = evidence,
                    CheckedBy = AbsenceCheck.Of(copy.Place, evidence),
                    Residues = copy.Residue ?? "",
                    Signature = "",
                }
            )
        );
        registrar.Audit("bot", "copy.gone", @case.Subject, after: $"copy:{copy.Id} {copy.Place}", reason: evidence);
    }

    /// <summary>It stays for further courses: should its own open again, it is published there anew.</summary>
    private static void LeftItsCourse(RecordingRow recording)
    {
        (recording.CanvasFolderId, recording.CanvasFileId, recording.CanvasModuleId, recording.CanvasModuleItemId) = (
            null,
            null,
            null,
            null
        );
        (recording.LockAt, recording.OrderedFor) = (null, null);
    }

    private async Task EndAsync(RecordingCase @case, CancellationToken ct)
    {
        var recording = @case.Recording;
        await leftOvers.RemoveAllAsync(@case, ct);
        (recording.State, recording.DeletedAt, recording.Visible) = (RecordingState.Deleted, clock.GetUtcNow(), false);
        (recording.PublicationWait, recording.PublicationWaitsUntil) = (null, null);
        // A picture of its sound is derived from it, and goes with the last copy.
        foreach (var part in recording.Parts)
            (part.Waveform, part.WaveformOutcome) = (null, null);
        registrar.Audit("bot", "recording.deleted", @case.Subject, after: $"{recording.Parts.Count} parts");
        await registrar.CloseTasksAsync(EndsWithIt, @case.Subject, "delete", "bot", ct);
        await incidents.CloseAllAsync(row => row.RecordingId == recording.Id, "deleted", by: null, ct);
        await secondCopies.EndAsync(recording, ct);
        if (recording.RecorderId is { } person)
            await messenger.TellAsync(person, ChatText.Of("Deleted", recording.Topic, @case.Copies.Count()), ct, $"deleted {recording.Id}");
    }
}
