namespace RecordingBot.Channels;

/// <summary>
/// Something to tell a person, before it has a language. An argument is a text, a <see cref="RecordingPolicy.LocalizedText"/>, a number,
/// a <see cref="DateTimeOffset"/> or <see cref="DateOnly"/> (shown with weekday, time and zone), a <see cref="Uri"/>, or a list of these.
/// </summary>
/// <param name="Key">Key of the sentence in the chat's texts.</param>
/// <param name="Arguments">What fills its places, in order.</param>
/// <param name="Actions">Buttons under it.</param>
public sealed record ChatText(string Key, object[] Arguments, SuggestedAction[] Actions)
{
    /// <summary>What it asks, and how; null where it asks nothing.</summary>
    public Asking? Asks { get; init; }

    /// <summary>A sentence without buttons.</summary>
    public static ChatText Of(string key, params object[] arguments) => new(key, arguments, []);
}
