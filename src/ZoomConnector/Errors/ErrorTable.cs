using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using ZoomConnector.Http;

namespace ZoomConnector.Errors;

/// <summary>From an answer that isn't a success to the exception that says so (facts/zoom.md 3.1, 3.2).</summary>
internal static partial class ErrorTable
{
    private const int NoPermission = 200;

    private static readonly ImmutableArray<int> ScopeCodes = [4700, 4711];

    private static readonly ImmutableArray<int> UnknownThingCodes = [1001, 3001, 3301];

    /// <summary>The fault in an answer; null when the answer is a success.</summary>
    public static ZoomException? Fault(ZoomCall call, ZoomAnswer answer)
    {
        if ((int)answer.Status is >= 200 and < 300)
            return null;

        var body = ErrorBody.Read(answer.Body);
        var kind = KindOf(answer.Status, body);
        var code = body.Code is { } number ? string.Create(null, $", code {number}") : "";
        return new ZoomException(kind, call.Method, call.Path, $"Zoom answered {(int)answer.Status}{code} ({kind}).")
        {
            Status = answer.Status,
            Code = body.Code,
            RetryAfter = answer.RetryAfter,
            MissingScopes = kind == ZoomErrorKind.ScopeMissing ? ScopesIn(body.Message) : [],
        };
    }

    private static ZoomErrorKind KindOf(HttpStatusCode status, ErrorBody body) =>
        status switch
        {
            // Codes for a missing scope differ between Zoom's texts, and its words don't: look at both.
            HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when LacksScope(body) =>
                ZoomErrorKind.ScopeMissing,
            HttpStatusCode.Unauthorized => ZoomErrorKind.Unauthorized,
            HttpStatusCode.Forbidden => ZoomErrorKind.Forbidden,
            HttpStatusCode.BadRequest when body.Code == NoPermission => ZoomErrorKind.Forbidden,
            HttpStatusCode.BadRequest when body.Code is { } code && UnknownThingCodes.Contains(code) => ZoomErrorKind.NotFound,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => ZoomErrorKind.NotFound,
            HttpStatusCode.Conflict => ZoomErrorKind.Conflict,
            HttpStatusCode.TooManyRequests => ZoomErrorKind.Throttled,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => ZoomErrorKind.Unavailable,
            >= HttpStatusCode.BadRequest => ZoomErrorKind.Invalid,
            _ => ZoomErrorKind.Protocol,
        };

    private static bool LacksScope(ErrorBody body) =>
        (body.Code is { } code && ScopeCodes.Contains(code))
        || (body.Message is { } message && message.Contains("scope", StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<string> ScopesIn(string? message) =>
        [.. ScopeName().Matches(message ?? "").Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("[a-z_]+:[a-z_]+(:[a-z_]+)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScopeName();
}
