namespace CanvasConnector.SignIn;

/// <summary>Where the token of each call comes from.</summary>
internal interface IAccessTokens
{
    /// <summary>The token to send now.</summary>
    /// <exception cref="Errors.CanvasException">There is none to be had.</exception>
    ValueTask<CanvasToken> GetAsync(CancellationToken ct);

    /// <summary>Canvas refuses this token. Answers whether there will be another.</summary>
    bool Discard(CanvasToken token);
}
