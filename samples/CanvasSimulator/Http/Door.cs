namespace CanvasSimulator.Http;

/// <summary>A way in: what it does, and what it takes to enter.</summary>
/// <param name="Open">What it does.</param>
/// <param name="Need">Whether it opens without a token.</param>
/// <param name="Changes">Whether it changes the truth.</param>
/// <param name="Scope">What a key that minds scopes must have; null where none is asked for.</param>
internal sealed record Door(Func<Call, Answer> Open, TokenNeed Need, bool Changes, Scope? Scope = null);
