using System.Net;

namespace CanvasConnector.Http;

/// <summary>The connector's own HTTP client: no proxy, no cookies, no redirects, bounded in time and size.</summary>
internal static class Transport
{
    public static HttpClient Create(CanvasOptions options)
    {
        var filter = new AddressFilter(options.BaseUrl!, options.AllowPrivateAddresses);
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            MaxConnectionsPerServer = 10,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = filter.ConnectAsync,
        };
        return new HttpClient(new AnswerLimits(options.HeadersTimeout) { InnerHandler = sockets })
        {
            Timeout = Timeout.InfiniteTimeSpan, // RestSharp bounds the whole try
        };
    }
}
