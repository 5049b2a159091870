namespace CanvasConnector.SignIn;

/// <summary>Canvas's answer to a refresh. A class, because a record would print the token.</summary>
internal sealed class NewToken
{
    public required string AccessToken { get; init; }

    /// <summary>Seconds; null for keys whose tokens don't end.</summary>
    public long? ExpiresIn { get; init; }
}
