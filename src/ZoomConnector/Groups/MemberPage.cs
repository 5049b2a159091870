using ZoomConnector.Http;

namespace ZoomConnector.Groups;

/// <summary>A page of a group's members.</summary>
internal sealed record MemberPage : IZoomPage<GroupMember>
{
    public required IReadOnlyList<GroupMember> Members { get; init; }

    public string? NextPageToken { get; init; }

    IEnumerable<GroupMember> IZoomPage<GroupMember>.Items => Members;
}
