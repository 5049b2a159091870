namespace RecordingBot.Registry;

/// <summary>Lets a call that changes something outside pass only while the lease in whose name it is made stands.</summary>
public sealed class ClaimHandler(Leases leases) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get)
            await leases.StandAsync(cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
