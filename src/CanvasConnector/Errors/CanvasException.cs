namespace CanvasConnector.Errors;

/// <summary>A call to Canvas failed. Holds ids and codes only: never a token, a name or a query.</summary>
public sealed class CanvasException : Exception
{
    internal CanvasException(CanvasErrorKind kind, int? status, string method, string path, string reason, Exception? inner = null)
        : base(Describe(kind, status, method, path, reason), inner) => (Kind, Status, Method, Path) = (kind, status, method, path);

    public CanvasErrorKind Kind { get; }

    /// <summary>The HTTP status; null if there was no answer.</summary>
    public int? Status { get; }

    public string Method { get; }

    /// <summary>The path that was called, without its query.</summary>
    public string Path { get; }

    /// <summary>Canvas's own number for the error, for its support; null if it gave none.</summary>
    public string? ErrorReportId { get; internal init; }

    /// <summary>How long Canvas asks to wait; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    private static string Describe(CanvasErrorKind kind, int? status, string method, string path, string reason) =>
        $"Canvas: {kind} on {method} {path}{(status is null ? "" : $" (status {status})")}: {reason}";
}
