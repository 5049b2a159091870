using CanvasConnector.Errors;
using RecordingPolicy;
using ZoomConnector.Errors;

namespace RecordingBot.Registry;

/// <summary>What went wrong, in a word that has its sentence in both languages: people see it, so no message of a library gets there.</summary>
public static class FaultName
{
    public static string Of(Exception fault) =>
        fault switch
        {
            CanvasException canvas => "canvas-" + WireName.Of(canvas.Kind),
            ZoomException zoom => "zoom-" + WireName.Of(zoom.Kind),
            StepException step => step.Word,
            _ => "internal",
        };
}
