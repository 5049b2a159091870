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
    /// <summary>The question that it asks, by id, for programs that answer (<c>channelData.question</c>); null where it asks none.</summary>
    public string? Asks { get; init; }

    /// <summary>A sentence without buttons.</summary>
    public static ChatText Of(string key, params object[] arguments) => new(key, arguments, []);
}
