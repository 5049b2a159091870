using ZoomConnector.Http;

namespace ZoomConnector.Users;

/// <summary>A page of the account's users.</summary>
internal sealed record UserPage : IZoomPage<ZoomUser>
{
    public required IReadOnlyList<ZoomUser> Users { get; init; }

    public string? NextPageToken { get; init; }

    IEnumerable<ZoomUser> IZoomPage<ZoomUser>.Items => Users;
}
