using System.Runtime.ExceptionServices;
using CanvasConnector.Errors;
using CanvasConnector.Http;
using RestSharp;

namespace CanvasConnector.Files;

/// <summary>
/// Step 2 of an upload: the bytes, to an address that may be anybody's storage. No token goes along, no redirect is
/// followed, and what ends the waiting is standing still, not the whole time taken.
/// </summary>
internal sealed class StorageSender : IDisposable
{
    private readonly TimeSpan stall;
    private readonly RestClient rest;

    public StorageSender(CanvasOptions options)
    {
        stall = options.UploadStallTimeout;
        rest = new RestClient(
            Transport.CreateForUploads(options),
            new RestClientOptions
            {
                FollowRedirects = false,
                SetErrorExceptionOnUnsuccessfulStatusCode = false,
                Timeout = Timeout.InfiniteTimeSpan,
                UserAgent = "CanvasConnector",
            },
            disposeHttpClient: true
        );
    }

    /// <summary>What the storage answered, be it yes or no.</summary>
    /// <exception cref="CanvasException">There was no answer; whether the bytes arrived is not known.</exception>
    public async Task<UploadAnswer> SendAsync(
        UploadTicket ticket,
        FileToUpload file,
        Stream source,
        IProgress<long>? progress,
        CancellationToken ct
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(stall); // the wire's own time, not the institution's clock
        using var bytes = new FileBytes(source, file.Size, Sent);
        var request = new RestRequest(ticket.UploadUrl, Method.Post) { Interceptors = [new UploadForm(ticket, file, bytes)] };
        var answer = await rest.ExecuteAsync(request, patience.Token);

        ct.ThrowIfCancellationRequested();
        if (bytes.Fault is { } fault)
            ExceptionDispatchInfo.Throw(fault);
        if (ErrorReader.FindSilence(UploadFinish.StepTwo, answer) is { } silence)
            throw silence;
        return new UploadAnswer((int)answer.StatusCode, answer.GetHeaderValue("Location"), answer.Content);

        void Sent(long done)
        {
            patience.CancelAfter(stall);
            progress?.Report(done);
        }
    }

    public void Dispose() => rest.Dispose();
}
