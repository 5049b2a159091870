using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace RecordingBot.Hosting;

/// <summary>The edge at which faults and refusals without words get theirs: problem details for programs, a page for people; both with a correlation id and nothing else.</summary>
public static class Faults
{
    /// <summary>The page that says it; the status follows.</summary>
    public const string Page = "/error/";

    /// <summary>What a person can tell support: the log has the same id.</summary>
    public static string CorrelationId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    internal static void UseFaults(this WebApplication app)
    {
        app.UseStatusCodePages(AnswerAsync);
        // Only the status is left: the status code pages around it know who reads.
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask, StatusCodeSelector = StatusOf });
    }

    private static Task AnswerAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        return PageRequest.Is(context.Request)
            ? ShowPageAsync(status)
            : Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
    }

    /// <summary>Goes through the rest of the way once more, to the page.</summary>
    private static async Task ShowPageAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var (method, path, query) = (context.Request.Method, context.Request.Path, context.Request.QueryString);
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (
            HttpMethods.Get,
            Page + context.Response.StatusCode,
            QueryString.Empty
        );
        context.Features.Set<IStatusCodeReExecuteFeature>(
            new StatusCodeReExecuteFeature { OriginalPath = path, OriginalQueryString = HttpMethods.IsGet(method) ? query.Value : null }
        );
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        try
        {
            await status.Next(context);
        }
        finally
        {
            (context.Request.Method, context.Request.Path, context.Request.QueryString) = (method, path, query);
        }
    }

    private static int StatusOf(Exception fault) =>
        fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
