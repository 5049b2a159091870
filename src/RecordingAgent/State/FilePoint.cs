using System.Diagnostics;

namespace RecordingAgent.State;

/// <summary>
/// Says by .NET's own diagnostics that a file is about to be changed, and that it has been. Tests end the process at each (security.md 9); where
/// nobody listens it is one look at a field.
/// </summary>
internal static class FilePoint
{
    private static readonly DiagnosticListener Listener = new("RecordingAgent.Files");

    public static void Pass(string point, string path)
    {
        if (Listener.IsEnabled())
            Listener.Write(point, path);
    }
}
