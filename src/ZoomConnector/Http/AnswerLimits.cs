namespace ZoomConnector.Http;

/// <summary>Waits at most 15 s for an answer's head and takes at most 2 MiB of its body (security.md 3.7).</summary>
internal sealed class AnswerLimits : DelegatingHandler
{
    private const int LargestAnswer = 2 * 1024 * 1024;

    private static readonly TimeSpan PatienceForHead = TimeSpan.FromSeconds(15);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Patience with the wire is real time on purpose: moving a test's clock must not cut a call off.
        using var head = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        head.CancelAfter(PatienceForHead);
        var answer = await ReceiveAsync(request, head.Token, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken patience, CancellationToken caller)
    {
        try
        {
            return await base.SendAsync(request, patience);
        }
        catch (OperationCanceledException failure) when (!caller.IsCancellationRequested)
        {
            throw new HttpRequestException("No answer in time.", failure);
        }
    }
}
