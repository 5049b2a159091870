namespace CanvasConnector.Access;

/// <summary>A call that was made to see whether it may be made.</summary>
/// <param name="Scope">Whether the key has the call's scope.</param>
/// <param name="Answer">What it gave; null if the scope or the right is missing, or the thing.</param>
internal sealed record Attempt<T>(AccessVerdict Scope, T? Answer)
    where T : class;
