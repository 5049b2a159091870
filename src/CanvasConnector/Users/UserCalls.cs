using CanvasConnector.Http;

namespace CanvasConnector.Users;

/// <summary>Users (Users API).</summary>
public sealed class UserCalls
{
    private readonly CanvasSender sender;

    internal UserCalls(CanvasSender sender) => this.sender = sender;

    /// <summary>The user to whom the token belongs; a cheap proof that the token works.</summary>
    public Task<CanvasUser> SelfAsync(CancellationToken ct = default) => sender.ReadAsync<CanvasUser>(CanvasCall.Get("users/self"), ct);
}
