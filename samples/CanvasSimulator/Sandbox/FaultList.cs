using CanvasSimulator.Http;
using CanvasSimulator.SignIn;
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
        "storage-xml",
        "slow",
        "slow-drip",
        "reset",
    ];

    private const string StorageRefusal =
        """<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>""";

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

    /// <summary>Ends one kind before it strikes, or all.</summary>
    public void Clear(string? kind)
    {
        lock (gate)
            faults.RemoveAll(fault => kind is null || fault.Kind == kind);
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
            "storage-xml" => WriteAsync(http, 403, "application/xml", StorageRefusal),
            "throttle-403" => ThrottleRefusal.WriteAsync(http, 403),
            "throttle-429" => ThrottleRefusal.WriteAsync(http, 429),
            "token-expired" => AnswerWriter.WriteAsync(http, Bearer.Refusal("Expired access token.")),
            "empty-list" => WriteAsync(http, 200, "application/json; charset=utf-8", "[]"),
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
