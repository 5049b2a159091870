using CanvasConnector;
using CanvasConnector.Access;
using CanvasConnector.Errors;
using RecordingBot.Registry;

namespace RecordingBot.Hosting;

/// <summary>
/// Looks whether the bot's token may do in Canvas what the installation wants done: what is missing is a task for the operator, which closes by itself.
/// </summary>
public sealed partial class CanvasAccess(IConfiguration settings, IServiceScopeFactory scopes, ILogger<CanvasAccess> logger)
{
    private const string Token = "canvas:token";
    private const int LongestList = 1_000;

    /// <summary>Looks once. A Canvas that can't be asked changes nothing.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var canvas = scope.ServiceProvider.GetRequiredService<CanvasClient>();
            var report = await canvas.CheckAsync(CanvasWork.Of(settings.GetSection("Canvas")), ct);
            if (CanvasWork.Superfluous(report).Any())
                LogSuperfluous(string.Join(", ", CanvasWork.Superfluous(report)));
            await KeepTaskAsync(scope.ServiceProvider, report, ct);
        }
        catch (CanvasException fault)
        {
            LogNotAsked(fault.Kind);
        }
    }

    private async Task KeepTaskAsync(IServiceProvider services, AccessReport report, CancellationToken ct)
    {
        var registrar = services.GetRequiredService<Registrar>();
        if (report.IsEnough)
            await registrar.CloseTaskAsync(TaskKind.CanvasAccess, Token, "done", "bot", ct);
        else
        {
            var missing = Texts.Bounded(string.Join(", ", CanvasWork.Missing(report)), LongestList);
            LogMissing(missing);
            await registrar.OpenTaskAsync(TaskKind.CanvasAccess, Token, Role.Operator, null, "", ct, missing);
        }
        await services.GetRequiredService<RegistryContext>().SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "canvas: the token lacks {Missing}")]
    private partial void LogMissing(string missing);

    [LoggerMessage(LogLevel.Information, "canvas: the token has more than is needed: {Superfluous}")]
    private partial void LogSuperfluous(string superfluous);

    [LoggerMessage(LogLevel.Warning, "canvas: what the token may could not be asked ({Kind})")]
    private partial void LogNotAsked(CanvasErrorKind kind);
}
