using ZoomConnector.Errors;
using ZoomConnector.Http;

namespace ZoomConnector.Users;

/// <summary>Reads the account's people. Names and addresses are personal: keep them out of logs.</summary>
public sealed class ZoomUsers
{
    private readonly ZoomSender sender;

    internal ZoomUsers(ZoomSender sender) => this.sender = sender;

    /// <summary>One user by id or e-mail address: <c>GET /users/{userId}</c>, scope <c>user:read:user:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public Task<ZoomUser> GetAsync(string idOrEmail, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(idOrEmail);
        var call = ZoomCall.Get(sender.Api, ZoomPath.Of($"/users/{idOrEmail}"));
        return sender.AskAsync<ZoomUser>(
            call,
            user => user.Id == idOrEmail || string.Equals(user.Email, idOrEmail, StringComparison.OrdinalIgnoreCase),
            ct
        );
    }

    /// <summary>The active users, page after page: <c>GET /users</c>, scope <c>user:read:list_users:admin</c>.</summary>
    /// <exception cref="ZoomException">Zoom refuses or can't be reached.</exception>
    public IAsyncEnumerable<ZoomUser> ListAsync(CancellationToken ct = default) =>
        sender.ListAsync<UserPage, ZoomUser>(
            token =>
                ZoomCall.Get(
                    sender.Api,
                    ZoomPath.Of($"/users"),
                    $"?status=active&page_size=300&next_page_token={Uri.EscapeDataString(token)}"
                ),
            ct
        );
}
