namespace RecordingAgent.Orders;

/// <summary>How far an upload is.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="Sent">Bytes of the file given to the network.</param>
/// <param name="Size">Bytes of the file.</param>
public sealed record UploadProgress(string OrderId, string DeviceId, long Sent, long Size);
