using CanvasConnector.Files;
using CanvasConnector.Http;

namespace CanvasConnector.Modules;

/// <summary>A line in a module (Modules API).</summary>
public sealed record ModuleItem : IIdentified<ModuleItem>
{
    public required CanvasId<ModuleItem> Id { get; init; }

    public required CanvasId<Module> ModuleId { get; init; }

    public string? Title { get; init; }

    /// <summary><c>File</c>, <c>Page</c>, <c>ExternalUrl</c> and so on.</summary>
    public required string Type { get; init; }

    /// <summary>The file that it shows; of another type's item an id of that type.</summary>
    public CanvasId<CanvasFile>? ContentId { get; init; }

    /// <summary>Null where the caller may not know.</summary>
    public bool? Published { get; init; }
}
