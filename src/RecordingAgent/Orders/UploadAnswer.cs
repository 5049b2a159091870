namespace RecordingAgent.Orders;

/// <summary>What the upload address answered; the server goes on from here.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Location">The Location header as it came, or null. Not followed.</param>
/// <param name="Body">The answer's text, at most 64 KiB of it.</param>
public sealed record UploadAnswer(int Status, string? Location, string Body);
