namespace ZoomSimulator.State;

/// <summary>A file in the cloud.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileType">Zoom's word for what it is.</param>
/// <param name="Extension">Its name's ending.</param>
/// <param name="RecordingType">Zoom's word for what it shows.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Segment">The stretch that it holds.</param>
/// <param name="ReadyAt">When Zoom has made it; until then nobody sees it.</param>
internal sealed record CloudFileState(
    string Id,
    string FileType,
    string Extension,
    string RecordingType,
    long Size,
    CloudSegment Segment,
    DateTimeOffset ReadyAt
);
