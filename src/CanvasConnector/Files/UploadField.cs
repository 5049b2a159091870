namespace CanvasConnector.Files;

/// <summary>A form field that goes with the bytes, unchanged.</summary>
public sealed record UploadField(string Name, string Value)
{
    /// <summary>The name alone: the value is a signature or something like it.</summary>
    public override string ToString() => Name;
}
