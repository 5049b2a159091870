namespace RecordingBot.Registry;

/// <summary>Lets a call that changes something outside pass only while the claim in whose name it is made stands.</summary>
public sealed class ClaimHandler(Claims claims) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
            await claims.StandAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
