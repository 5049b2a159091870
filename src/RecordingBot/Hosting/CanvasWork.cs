using CanvasConnector.Access;

namespace RecordingBot.Hosting;

/// <summary>What this installation does in Canvas, and so what its token has to be allowed there.</summary>
public static class CanvasWork
{
    /// <summary>The tasks that the section <c>Canvas</c> asks for.</summary>
    public static IReadOnlyCollection<CanvasTask> Of(IConfiguration canvas) =>
        [
            CanvasTask.ReadLifetimes,
            CanvasTask.PublishFiles,
            CanvasTask.RemoveFiles,
            CanvasTask.Announce,
            CanvasTask.SendMessages,
            .. canvas.GetValue<bool>("ReplaceBeforeDelete") ? [CanvasTask.ReplaceFiles] : Array.Empty<CanvasTask>(),
        ];

    /// <summary>What is wanted and known to be missing, as Canvas names it.</summary>
    public static IEnumerable<string> Missing(AccessReport report) =>
        report
            .Scopes.Concat(report.Rights)
            .Where(finding => finding.Verdict is AccessVerdict.Missing)
            .Select(finding => finding.Name)
            .Concat(report.LeavesOutIncludes == true ? ["\"Allow Include Parameters\" of the developer key"] : []);

    /// <summary>What nothing of it needs.</summary>
    public static IEnumerable<string> Superfluous(AccessReport report) => report.SuperfluousScopes.Concat(report.SuperfluousRights);
}
