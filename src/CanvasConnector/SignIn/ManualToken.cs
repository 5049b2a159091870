namespace CanvasConnector.SignIn;

/// <summary>A token made by hand on a user's profile page: nobody can renew it from here.</summary>
internal sealed class ManualToken(CanvasToken token) : IAccessTokens
{
    public ValueTask<CanvasToken> GetAsync(CancellationToken ct) => new(token);

    public bool Discard(CanvasToken token) => false;
}
