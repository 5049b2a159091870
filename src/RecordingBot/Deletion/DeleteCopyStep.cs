using RecordingAgent.Orders;
using RecordingBot.Deletion.Guards;
using RecordingBot.Expiry;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>Removes one copy: in Canvas by its id, on a computer by its agent; in Zoom's cloud with all that lies there of the same recording. Already gone is done; what isn't ours is never touched.</summary>
public sealed class DeleteCopyStep(
    CanvasRemoval removal,
    CloudRemoval cloud,
    AgentOrders orders,
    Registrar registrar,
    FreshCourse fresh,
    RemovalGuards guards,
    TimeProvider clock
) : IStep
{
    /// <summary>How often a task is counted again while a person has yet to remove a file.</summary>
    private static readonly TimeSpan AskAgain = TimeSpan.FromDays(1);

    public Step Step => Step.DeleteCopy;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        // The guards first: from the last look at holds and dates to the removal nothing else is asked.
        if (!await guards.MayRemoveAsync(ct) || await fresh.ConfirmAsync(@case, ct) is not { } confirmed)
            return StepResult.Reconsider;
        var (part, copy) = confirmed.Copies.Single(entry => entry.Copy.Id == due.Copy);
        return copy.Place switch
        {
            CopyPlace.Canvas => await FromCanvasAsync(confirmed, part, copy, ct),
            CopyPlace.RecorderComputer => await FromComputerAsync(confirmed, part, copy, ct),
            CopyPlace.ZoomCloud => await FromCloudAsync(confirmed, ct),
            _ when CopyPlace.IsMovedTo(copy.Place) => await ByPersonAsync(confirmed, copy, ct),
            _ => throw new StepException("place-unknown", "Nothing here can remove a copy from that place."),
        };
    }

    private async Task<StepResult> FromCanvasAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        if (await removal.RemoveAsync(@case, part, copy, ct) is not { } evidence)
            return StepResult.Until(clock.GetUtcNow() + AskAgain);
        copy.Evidence = evidence;
        return Removed(@case, copy, evidence == EvidenceClass.AbsentFromCanvas ? "already-gone" : "removed");
    }

    private async Task<StepResult> FromCloudAsync(RecordingCase @case, CancellationToken ct)
    {
        if (await cloud.RemoveAsync(@case, ct) is not { } copies)
            return StepResult.Reconsider;
        foreach (var copy in copies)
            Removed(@case, copy, copy.Evidence == EvidenceClass.AbsentFromZoom ? "already-gone" : "removed");
        return StepResult.Done;
    }

    private async Task<StepResult> FromComputerAsync(RecordingCase @case, PartRow part, CopyRow copy, CancellationToken ct)
    {
        var order =
            await orders.CurrentAsync(@case.Recording, copy, OrderKind.Delete, ct)
            ?? await orders.IssueAsync(@case.Recording, part, copy, OrderKind.Delete, ct);
        if (order.AnsweredAt is null)
            return StepResult.Until(clock.GetUtcNow() + AgentOrders.LookAgain);
        var receipt = await orders.TakeInAsync(order, ct);
        return receipt.Outcome is ReceiptOutcome.Done or ReceiptOutcome.AlreadyGone
            ? Removed(@case, copy, receipt.Outcome is ReceiptOutcome.Done ? "removed" : "already-gone")
            : throw new StepException("agent-refused", "The agent could not remove the file: " + receipt.Reason);
    }

    /// <summary>Where the recorder moved it nothing of ours reaches: they remove it there and say so.</summary>
    private async Task<StepResult> ByPersonAsync(RecordingCase @case, CopyRow copy, CancellationToken ct)
    {
        var recorder = @case.Recording.RecorderId;
        await registrar.OpenTaskAsync(
            TaskKind.RemoveMoved,
            @case.Subject,
            recorder is null ? Role.Dpo : Role.Teacher,
            recorder,
            "removed",
            ct,
            @case.Recording.Topic,
            copy.Locator
        );
        return StepResult.Until(clock.GetUtcNow() + AskAgain);
    }

    private StepResult Removed(RecordingCase @case, CopyRow copy, string how)
    {
        (copy.State, copy.RemovedAt) = (CopyState.Removed, clock.GetUtcNow());
        registrar.Audit("bot", "copy." + how, @case.Subject, after: $"copy:{copy.Id} {copy.Place}");
        return StepResult.Done;
    }
}
