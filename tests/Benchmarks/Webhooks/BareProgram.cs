using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Webhooks;

/// <summary>An endpoint that checks the HMAC, answers 200 and does nothing else: what a webhook costs before anybody keeps it.</summary>
internal static class BareProgram
{
    public static async Task<int> RunAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var secret = Encoding.UTF8.GetBytes(Deliveries.Secret);
        app.Run(async context =>
        {
            var body = new byte[(int)context.Request.ContentLength!];
            await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
            byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{context.Request.Headers["x-zm-request-timestamp"]}:"), .. body];
            var right = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed));
            var given = context.Request.Headers["x-zm-signature"].ToString();
            context.Response.StatusCode = CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(right),
                Encoding.UTF8.GetBytes(given)
            )
                ? StatusCodes.Status200OK
                : StatusCodes.Status401Unauthorized;
        });
        await app.StartAsync(ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{app.Urls.First()}/zoom/events"));
        await Console.In.ReadToEndAsync(ct);
        return 0;
    }
}
