namespace CanvasConnector.Files;

/// <summary>
/// What the upload's address answered: status, Location header and body as they were given, null where there was none.
/// It comes from elsewhere and is not taken at its word.
/// </summary>
public sealed record UploadAnswer(int Status, string? Location, string? Body)
{
    /// <summary>The status alone: address and body can hold keys.</summary>
    public override string ToString() => $"{nameof(UploadAnswer)} {Status}";
}
