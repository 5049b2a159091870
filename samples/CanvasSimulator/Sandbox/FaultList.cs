using CanvasSimulator.Http;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Sandbox;

/// <summary>The faults that are switched on, first come, first served. A restart ends them.</summary>
internal sealed class FaultList
{
    public static readonly string[] Kinds =
    [
        "status-500",
        "html-503",
        "html-200",
        "empty-list",
        "throttle-403",
        "throttle-429",
        "token-expired",
        "quota-full",
        "slow",
        "slow-drip",
        "reset",
    ];

    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];

    public void Add(Fault fault)
    {
        lock (gate)
            faults.Add(fault);
    }

    /// <summary>Those that are still to come.</summary>
    public IReadOnlyList<(string Kind, int Times)> Left()
    {
        lock (gate)
            return [.. faults.Select(fault => (fault.Kind, fault.Times))];
    }

    public void Clear()
    {
        lock (gate)
            faults.Clear();
    }

    public async Task<FaultEffect> ApplyAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/sandbox", StringComparison.Ordinal) || Take(http.Request.Method, path) is not { } fault)
            return default;
        switch (fault.Kind)
        {
            case "quota-full":
                return new FaultEffect(Handled: false, QuotaFull: true);
            case "slow":
                // The wire's own time: a moved clock makes no network faster.
                await Task.Delay(fault.Delay, http.RequestAborted);
                return default;
            case "slow-drip":
                http.Response.Body = new DrippingStream(http.Response.Body, fault.Delay);
                return default;
            case "reset":
                http.Abort();
                break;
            default:
                await AnswerAsync(http, fault.Kind);
                break;
        }
        return new FaultEffect(Handled: true, QuotaFull: false);
    }

    private Fault? Take(string method, string path)
    {
        lock (gate)
        {
            var fault = faults.Find(fault => fault.Fits(method, path));
            if (fault is not null && --fault.Times == 0)
                faults.Remove(fault);
            return fault;
        }
    }

    private static Task AnswerAsync(HttpContext http, string kind) =>
        kind switch
        {
            "html-503" => WriteAsync(http, 503, "text/html", "<html><body>Service Unavailable</body></html>"),
            "html-200" => WriteAsync(http, 200, "text/html", "<html><body>Down for maintenance</body></html>"),
            "empty-list" => WriteAsync(http, 200, "application/json; charset=utf-8", "[]"),
            "throttle-403" => WriteAsync(http, 403, "text/plain", "403 Forbidden (Rate Limit Exceeded)\n"),
            "throttle-429" => WriteAsync(http, 429, "text/plain", "429 Forbidden (Rate Limit Exceeded)\n"),
            "token-expired" => AnswerWriter.WriteAsync(http, CallRunner.TokenRefusal("Expired access token.")),
            _ => WriteAsync(
                http,
                500,
                "application/json; charset=utf-8",
                """{"errors":[{"message":"An error occurred.","error_code":"internal_server_error"}],"error_report_id":42}"""
            ),
        };

    private static Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (status, type);
        return http.Response.WriteAsync(body);
    }
}
