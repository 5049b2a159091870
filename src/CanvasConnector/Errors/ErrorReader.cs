using System.Globalization;
using System.Net;
using System.Text.Json;
using CanvasConnector.Http;
using RestSharp;

namespace CanvasConnector.Errors;

/// <summary>Translates an answer that is not a success into one of few kinds (facts: Canvas 1, 2.2 and 2.4).</summary>
internal static class ErrorReader
{
    private const string Throttle = "Rate Limit Exceeded";
    private static readonly string[] RefusedTokens = ["Invalid access token", "Expired access token", "Revoked access token"];

    /// <summary>The fault of this answer; null if its status is a success.</summary>
    public static CanvasException? Find(CanvasCall call, RestResponse answer, DateTimeOffset now)
    {
        if (FindSilence(call, answer) is { } silence)
            return silence;
        if (answer.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices)
            return null;

        var (kind, reason) = Classify(answer);
        return new CanvasException(kind, (int)answer.StatusCode, call.Verb, call.Path, reason)
        {
            ErrorReportId = ReportId(answer),
            RetryAfter = kind is CanvasErrorKind.Throttled or CanvasErrorKind.Unavailable ? RetryAfter(answer, now) : null,
        };
    }

    /// <summary>Whether Canvas refuses the token itself, so that another one may help.</summary>
    public static bool IsTokenRefused(RestResponse answer) =>
        answer.StatusCode == HttpStatusCode.Unauthorized
        && Header(answer, "WWW-Authenticate") is not null
        && Array.Exists(RefusedTokens, words => Says(answer, words));

    /// <summary>The fault of an answer that did not come, or not as HTTP; null if one came, whatever it says.</summary>
    public static CanvasException? FindSilence(CanvasCall call, RestResponse answer)
    {
        if (answer.ErrorException is null && answer.StatusCode >= HttpStatusCode.OK)
            return null;
        var cause = answer.ErrorException;
        // The cause is left out here: its message quotes the answer.
        if (IsNotHttp(cause))
            return new CanvasException(CanvasErrorKind.Protocol, null, call.Verb, call.Path, "the answer is not HTTP");
        var (kind, reason) = cause switch
        {
            { InnerException: AddressRefusedException } or AddressRefusedException => (
                CanvasErrorKind.Protocol,
                "the host's address is not one that may be called"
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => (
                CanvasErrorKind.Protocol,
                "the answer is larger than an answer may be"
            ),
            _ when answer.ResponseStatus == ResponseStatus.TimedOut => (CanvasErrorKind.Unavailable, "no answer in time"),
            _ => (CanvasErrorKind.Unavailable, "no complete answer"),
        };
        return new CanvasException(kind, null, call.Verb, call.Path, reason, cause);
    }

    private static bool IsNotHttp(Exception? cause) =>
        cause switch
        {
            null => false,
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => true,
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => true,
            _ => IsNotHttp(cause.InnerException),
        };

    private static (CanvasErrorKind Kind, string Reason) Classify(RestResponse answer) =>
        (int)answer.StatusCode switch
        {
            429 => (CanvasErrorKind.Throttled, "too many requests"),
            403 when Says(answer, Throttle) => (CanvasErrorKind.Throttled, "too many requests"),
            401 or 403 when Says(answer, "Insufficient scopes") => (CanvasErrorKind.ScopeMissing, "the key lacks a scope"),
            401 when Header(answer, "WWW-Authenticate") is not null => (CanvasErrorKind.Unauthorized, "the token is refused"),
            401 or 403 => (CanvasErrorKind.Forbidden, "the token's user lacks the right"),
            // A missing page of some proxy says nothing about a recording: only Canvas's own words count as absence.
            404 when !IsJsonObject(answer) => (CanvasErrorKind.Protocol, "not found, but not said by Canvas"),
            // What stands on such a page may well be there.
            404 when Says(answer, "has been disabled") => (CanvasErrorKind.Forbidden, "the course has switched that page off"),
            404 => (CanvasErrorKind.NotFound, "Canvas does not know it"),
            408 or >= 500 => (CanvasErrorKind.Unavailable, "the server failed"),
            409 => (CanvasErrorKind.Conflict, "it clashes with what is there"),
            400 or 422 when Says(answer, "exceeds quota") => (CanvasErrorKind.OverQuota, "the course's quota is too small"),
            >= 300 and < 400 => (CanvasErrorKind.Protocol, "an unexpected redirect, not followed"),
            >= 400 => (CanvasErrorKind.Invalid, "Canvas refuses the request"),
            _ => (CanvasErrorKind.Protocol, "an unexpected status"),
        };

    private static bool Says(RestResponse answer, string words) =>
        answer.Content?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsJsonObject(RestResponse answer) => Parse(answer) is { ValueKind: JsonValueKind.Object };

    private static string? ReportId(RestResponse answer) =>
        Parse(answer) is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("error_report_id", out var id)
        && long.TryParse(id.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static JsonElement? Parse(RestResponse answer)
    {
        try
        {
            return AnswerReader.Parse(answer.Content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(RestResponse answer, DateTimeOffset now)
    {
        var text = Header(answer, "Retry-After");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return null;
        return moment > now ? moment - now : TimeSpan.Zero;
    }

    private static string? Header(RestResponse answer, string name) => answer.GetHeaderValue(name);
}
