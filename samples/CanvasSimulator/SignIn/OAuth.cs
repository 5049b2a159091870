using System.Text.Json.Nodes;
using CanvasSimulator.Http;

namespace CanvasSimulator.SignIn;

/// <summary>Refusals as OAuth words them.</summary>
internal static class OAuth
{
    public static Answer Error(int status, string error, string description) =>
        new(status, new JsonObject { ["error"] = error, ["error_description"] = description });
}
