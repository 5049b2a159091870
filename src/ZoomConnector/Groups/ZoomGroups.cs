using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Groups;

/// <summary>Reads the account's groups (facts/zoom.md 3.4).</summary>
public sealed class ZoomGroups
{
    private readonly ZoomSender sender;

    internal ZoomGroups(ZoomSender sender) => this.sender = sender;

    /// <summary>The account's groups: <c>GET /groups</c>, scope <c>group:read:list_groups:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public IAsyncEnumerable<ZoomGroup> ListAsync(CancellationToken ct = default) =>
        sender.ListAsync<GroupList, ZoomGroup>(
            token => ZoomCall.Get(sender.Api, ZoomPath.Of($"/groups"), $"?page_size=300&next_page_token={Uri.EscapeDataString(token)}"),
            ct
        );

    /// <summary>A group's members, page after page: <c>GET /groups/{groupId}/members</c>, scope <c>group:read:list_members:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public IAsyncEnumerable<GroupMember> ListMembersAsync(string groupId, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(groupId);
        return sender.ListAsync<MemberPage, GroupMember>(
            token =>
                ZoomCall.Get(
                    sender.Api,
                    ZoomPath.Of($"/groups/{groupId}/members"),
                    $"?page_size=300&next_page_token={Uri.EscapeDataString(token)}"
                ),
            ct
        );
    }
}
