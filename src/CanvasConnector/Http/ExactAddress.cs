using RestSharp.Interceptors;

namespace CanvasConnector.Http;

/// <summary>Sends an address of Canvas's own making letter by letter: its links are opaque (facts: Canvas 2.1).</summary>
internal sealed class ExactAddress(Uri address) : Interceptor
{
    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.RequestUri = address;
        return default;
    }
}
