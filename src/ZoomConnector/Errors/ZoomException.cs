using System.Collections.Immutable;
using System.Net;

namespace ZoomConnector.Errors;

/// <summary>
/// A call to Zoom that failed. Holds what an operator needs and nothing personal: no token, no id, none of Zoom's own words
/// (they may hold e-mail addresses).
/// </summary>
public sealed class ZoomException : Exception
{
    internal ZoomException(ZoomErrorKind kind, string method, string path, string what, Exception? inner = null)
        : base($"{method} {path}: {what}", inner)
    {
        Kind = kind;
        Method = method;
        Path = path;
    }

    /// <summary>What a caller can do about it.</summary>
    public ZoomErrorKind Kind { get; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path with <c>*</c> for each id.</summary>
    public string Path { get; }

    /// <summary>The HTTP status; null when no answer came.</summary>
    public HttpStatusCode? Status { get; internal init; }

    /// <summary>Zoom's own error code, such as 3001; null when it gave none.</summary>
    public int? Code { get; internal init; }

    /// <summary>When Zoom takes calls again; null when it didn't say.</summary>
    public DateTimeOffset? RetryAfter { get; internal init; }

    /// <summary>The scopes that Zoom named as missing.</summary>
    public ImmutableArray<string> MissingScopes { get; internal init; } = [];
}
