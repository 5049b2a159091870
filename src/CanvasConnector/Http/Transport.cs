using System.Net;

namespace CanvasConnector.Http;

/// <summary>The connector's own HTTP clients: no proxy, no cookies, no redirects, bounded in time and size.</summary>
internal static class Transport
{
    private const long LargestAnswer = 2 * 1024 * 1024;
    private const long LargestStorageAnswer = 64 * 1024;

    /// <summary>For calls to Canvas, with a token.</summary>
    public static HttpClient Create(CanvasOptions options) => Create(options, new AnswerLimits(options.HeadersTimeout, LargestAnswer));

    /// <summary>For bytes to wherever Canvas wants them, without a token; how long that may take is the sender's matter.</summary>
    public static HttpClient CreateForUploads(CanvasOptions options) =>
        Create(options, new AnswerLimits(Timeout.InfiniteTimeSpan, LargestStorageAnswer));

    private static HttpClient Create(CanvasOptions options, AnswerLimits limits)
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
        limits.InnerHandler = sockets;
        return new HttpClient(limits) { Timeout = Timeout.InfiniteTimeSpan }; // RestSharp bounds the whole try
    }
}
