using CanvasConnector.Errors;

namespace RecordingBot.Hosting;

/// <summary>Where an answer needs Canvas and Canvas gives none: said as what it is, not as a fault of ours.</summary>
public sealed partial class CanvasFaults(ILogger<CanvasFaults> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (CanvasException fault)
        {
            LogSilent(fault.Kind, fault);
            return TypedResults.Problem(ActTexts.CanvasSilent.In(Language.Current), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(LogLevel.Warning, "api: Canvas gave no usable answer ({Kind})")]
    private partial void LogSilent(CanvasErrorKind kind, Exception fault);
}
