namespace ZoomConnector.Http;

/// <summary>The wire's end: no redirects, no proxy or cookie of the surroundings, only the configured hosts.</summary>
internal static class ZoomHandler
{
    public static HttpMessageHandler For(ZoomOptions options) =>
        new AnswerLimits
        {
            InnerHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                MaxConnectionsPerServer = 10,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectCallback = new AddressFilter(options.ApiUrl, options.TokenUrl).ConnectAsync,
            },
        };
}
