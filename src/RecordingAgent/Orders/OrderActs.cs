using RecordingAgent.Hashing;
using RecordingAgent.Orders.Confined;
using RecordingAgent.Progress;
using RecordingAgent.State;
using RecordingAgent.Watching;

namespace RecordingAgent.Orders;

/// <summary>Carries out one order over one file that was checked to be the agent's business.</summary>
internal sealed class OrderActs(
    IConfinedFiles files,
    Uploader uploader,
    TimeProvider clock,
    Func<WorkProgress, CancellationToken, Task> tell
)
{
    public async Task<Result> CarryOutAsync(Order order, WatchedRoot root, CancellationToken ct)
    {
        try
        {
            files.FinishRemovals(root.Path);
            var opening = files.Open(root.Path, order.RelativePath);
            using var file = opening.File;
            if (file is null)
                return opening.IsMissing ? Missing(order) : NotAFile(order);

            var (sha256, size) = await FileHash.ComputeAsync(file.Content, ct);
            var isOrdered = sha256 == order.Sha256 && size == order.Size;
            var seen = See(isOrdered ? EvidenceKind.Present : EvidenceKind.Different, size, sha256);
            return order.Kind switch
            {
                OrderKind.Verify => Result.Done(seen),
                _ when !isOrdered => Result.Refused(ReceiptReasons.Changed, seen),
                OrderKind.Delete => Delete(order, root, file, seen),
                OrderKind.Upload => await UploadAsync(order, file, seen, ct),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Result.Failed(ReceiptReasons.Unreadable);
        }
    }

    private Result Missing(Order order)
    {
        var absent = See(EvidenceKind.ConfirmedAbsent, size: null, sha256: null);
        return order.Kind switch
        {
            OrderKind.Delete => new(ReceiptOutcome.AlreadyGone, Reason: null, absent),
            OrderKind.Verify => Result.Done(absent),
            _ => Result.Failed(ReceiptReasons.Absent, absent),
        };
    }

    private Result NotAFile(Order order)
    {
        var different = See(EvidenceKind.Different, size: null, sha256: null);
        return order.Kind == OrderKind.Verify ? Result.Done(different) : Result.Refused(ReceiptReasons.NotAFile, different);
    }

    private Result Delete(Order order, WatchedRoot root, ConfinedFile file, Evidence seen)
    {
        if (file.HasOtherNames)
            return Result.Refused(ReceiptReasons.HardLinked, seen);
        var path = Path.Combine(root.Path, order.RelativePath);
        FilePoint.Pass("remove", path);
        if (!file.Remove())
            return Result.Failed(ReceiptReasons.StillThere, seen);
        FilePoint.Pass("removed", path);
        RemoveEmptyFolders(root, order.RelativePath);
        FilePoint.Pass("cleared", path);
        return Result.Done(See(EvidenceKind.UnlinkedOnDisk, seen.Size, seen.Sha256));
    }

    /// <summary>The session's folder goes with its last file, and never with one in it.</summary>
    private void RemoveEmptyFolders(WatchedRoot root, string path)
    {
        var folder = RelativePath.Split(path).Folder;
        while (folder.Length > 0 && files.RemoveEmptyFolder(root.Path, folder))
            folder = RelativePath.Split(folder).Folder;
    }

    private async Task<Result> UploadAsync(Order order, ConfinedFile file, Evidence seen, CancellationToken ct)
    {
        var steps = new ProgressSteps(order.Size, sent => tell(Progress(order, sent), ct));
        var answer = await uploader.SendAsync(order.Upload!, file.Content, steps.ReachAsync, ct);
        return answer switch
        {
            null => Result.Failed(ReceiptReasons.NotAnswered, seen),
            { Status: >= 400 } => Result.Failed(ReceiptReasons.Rejected, seen, answer),
            _ => Result.Done(seen, answer),
        };
    }

    private static WorkProgress.Upload Progress(Order order, long sent) =>
        new()
        {
            DeviceId = order.DeviceId,
            OrderId = order.Id,
            Done = sent,
            Total = order.Size,
        };

    private Evidence See(EvidenceKind kind, long? size, string? sha256) => new(kind, size, sha256, clock.GetUtcNow());
}
