using ZoomConnector.Http;

namespace ZoomConnector.Groups;

/// <summary>A page of the account's groups; Zoom has been seen to send all of them at once.</summary>
internal sealed record GroupList : IZoomPage<ZoomGroup>
{
    public required IReadOnlyList<ZoomGroup> Groups { get; init; }

    public string? NextPageToken { get; init; }

    IEnumerable<ZoomGroup> IZoomPage<ZoomGroup>.Items => Groups;
}
