namespace RecordingAgent.Orders;

/// <summary>Where a file goes: what Canvas answered to the first step of its upload (facts/canvas 5.1). No token is ever part of it.</summary>
public sealed record UploadTarget
{
    /// <summary>The address; https, or http on loopback. Nothing else is called, and no redirect is followed.</summary>
    public required Uri Url { get; init; }

    /// <summary>The form's fields, sent in this order before the file.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Params { get; init; }

    /// <summary>The name of the file's field.</summary>
    public string FileParam { get; init; } = "file";

    /// <summary>The file name in the form: ASCII, without quotes. (The name to show goes to Canvas as a field of its own.)</summary>
    public required string FileName { get; init; }

    public required string ContentType { get; init; }
}
