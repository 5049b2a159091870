using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CanvasConnector.Json;

namespace CanvasConnector.Files;

/// <summary>
/// Where the bytes go, for about 30 minutes: a multipart POST with <see cref="Params"/> in order, then the file as the
/// last part, and never with a token. Whoever holds the ticket can upload this one file.
/// </summary>
public sealed record UploadTicket
{
    public required Uri UploadUrl { get; init; }

    [JsonPropertyName("upload_params")]
    [JsonConverter(typeof(UploadFieldsConverter))]
    public required ImmutableArray<UploadField> Params { get; init; }

    /// <summary>The name of the file's own part.</summary>
    public string FileParam { get; init; } = "file";

    /// <summary>Without the address, which is a key.</summary>
    public override string ToString() => nameof(UploadTicket);
}
