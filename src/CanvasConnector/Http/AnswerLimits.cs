namespace CanvasConnector.Http;

/// <summary>An answer begins within the time given and has at most so many bytes after decompression.</summary>
internal sealed class AnswerLimits(TimeSpan headers, long largestAnswer) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(headers); // the wire's own time, not the institution's clock
        var answer = await SendWithinAsync(request, limit.Token, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(largestAnswer, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendWithinAsync(HttpRequestMessage request, CancellationToken limit, CancellationToken caller)
    {
        try
        {
            return await base.SendAsync(request, limit);
        }
        catch (OperationCanceledException cause) when (!caller.IsCancellationRequested)
        {
            throw new HttpRequestException("No answer began in time.", cause);
        }
    }
}
