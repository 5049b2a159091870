namespace RecordingBot.Packs;

/// <summary>That a pack gives a value which may be nothing: <c>none</c>, <c>any</c>, <c>fill-in</c>. A null <see cref="Given{T}"/> means that the pack is silent.</summary>
internal sealed record Given<T>(T? Value);
