using CanvasConnector.Http;

namespace CanvasConnector.Modules;

/// <summary>A module of a course (Modules API).</summary>
public sealed record Module : IIdentified<Module>
{
    public required CanvasId<Module> Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Null where the caller may not know.</summary>
    public bool? Published { get; init; }
}
