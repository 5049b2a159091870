using CanvasConnector.Errors;
using CanvasConnector.Http;

namespace CanvasConnector.Files;

/// <summary>
/// Step 3 of an upload. Step 2's answer comes from a storage service by way of another computer, so nothing in it is
/// believed: its address is called only within this Canvas's files, and what counts is the file as Canvas shows it.
/// </summary>
internal sealed class UploadFinish(CanvasSender sender, Uri home)
{
    /// <summary>How faults name step 2, whose own address is a key.</summary>
    public static readonly CanvasCall StepTwo = CanvasCall.Post("files/upload");

    public async Task<CanvasFile> FinishAsync(UploadAnswer answer, FileToUpload sent, CancellationToken ct)
    {
        var file = answer switch
        {
            { Status: 201 or (>= 300 and < 400), Location: { } location } when HomeFile(location) is { } address =>
                await sender.ReadAsync<CanvasFile>(CanvasCall.Get(address) with { Repeatable = false }, ct),
            { Status: 200 or 201, Body.Length: > 0 } => await ReadBackAsync(answer, ct),
            { Status: 200 or 201 or (>= 300 and < 400) } => throw AnswerReader.Unbelievable(
                StepTwo,
                answer.Status,
                "the upload's answer leads nowhere in this Canvas"
            ),
            _ => throw Refused(answer),
        };
        return IsWhatWasSent(file, sent) ? file : throw AnswerReader.Unbelievable(StepTwo, answer.Status, "another file than was sent");
    }

    private Task<CanvasFile> ReadBackAsync(UploadAnswer answer, CancellationToken ct)
    {
        var id = AnswerReader.Read<UploadedId>(StepTwo, answer.Status, answer.Body).Id;
        return sender.ReadAsync(CanvasCall.Get($"files/{id}"), id, ct);
    }

    // The token goes along, so only Canvas's own files may be the target.
    private Uri? HomeFile(string location) =>
        Uri.TryCreate(home, location, out var address)
        && sender.IsHome(address)
        && address.AbsolutePath.StartsWith("/api/v1/files/", StringComparison.Ordinal)
            ? address
            : null;

    private static bool IsWhatWasSent(CanvasFile file, FileToUpload sent) =>
        file.Size == sent.Size && (sent.FolderId is null || file.FolderId == sent.FolderId);

    private static CanvasException Refused(UploadAnswer answer)
    {
        var (kind, reason) = answer switch
        {
            { Status: >= 500 } => (CanvasErrorKind.Unavailable, "the storage failed"),
            { Body: { } body } when body.Contains("exceeds quota", StringComparison.OrdinalIgnoreCase) => (
                CanvasErrorKind.OverQuota,
                "the course's quota is too small"
            ),
            { Status: >= 400 } => (CanvasErrorKind.Invalid, "the storage refused the upload"),
            _ => (CanvasErrorKind.Protocol, "an unexpected status"),
        };
        return new CanvasException(kind, answer.Status, StepTwo.Verb, StepTwo.Path, reason);
    }
}
