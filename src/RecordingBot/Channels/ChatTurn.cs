using System.Collections.ObjectModel;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>One thing that a person said, and what is said back. Replies go out when the talk's state is safe.</summary>
/// <param name="person">Who said it.</param>
/// <param name="text">What was said, trimmed.</param>
/// <param name="state">Where their talk stands; talks change it.</param>
public sealed class ChatTurn(PersonRow person, string text, TalkState state)
{
    private readonly List<ChatText> replies = [];

    public PersonRow Person { get; } = person;
    public string Text { get; } = text;
    public TalkState State { get; } = state;

    /// <summary>The language of the replies; null gives both.</summary>
    public string? Language { get; set; } = person.Language;

    /// <summary>What was filled in on a form, by its fields' ids; empty where the person said one thing.</summary>
    public IReadOnlyDictionary<string, string> Form { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    public IReadOnlyList<ChatText> Replies => replies;

    /// <summary>The text held somebody's personal data, and was not kept.</summary>
    public bool HadPersonalData => Text == Personal.Placeholder;

    public void Say(ChatText reply) => replies.Add(reply);

    public void Say(string key, params object[] arguments) => Say(ChatText.Of(key, arguments));
}
