using System.Text.Json;

namespace CanvasConnector.Files;

/// <summary>How Canvas writes the five grounds.</summary>
internal static class UseJustificationNames
{
    public static string Name(this UseJustification justification) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{justification}");
}
