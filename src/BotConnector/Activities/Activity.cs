using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotConnector.Activities;

/// <summary>
/// One thing said or done in a conversation, as it travels on the wire (Bot Framework Activity schema 3.0).
/// Absent members are null and are left out when written; members that this type doesn't know are kept in <see cref="Properties"/>.
/// </summary>
public sealed record Activity
{
    /// <summary>What kind of thing this is; one of <see cref="ActivityTypes"/>, or a word from outside that is kept as it is.</summary>
    public string? Type { get; init; }

    /// <summary>The id that the channel gave it; opaque text.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took it in; set by the channel, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The sender's own time, as the sender tells it.</summary>
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>The sender's time zone (an IANA name), as the sender tells it.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>The channel's name, for instance <c>directline</c> or <c>msteams</c>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The address to which replies go; empty where the channel lives in this process.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>Who sent it. A channel of this library sets it from the sign-in, never from the sender's word.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Whom it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The activity that this one answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>The words of a message.</summary>
    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>; null means markdown.</summary>
    public string? TextFormat { get; init; }

    /// <summary>The language of the text or of the sender, as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>What is said instead of cards where none can be shown.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether the bot waits for words: <c>acceptingInput</c>, <c>expectingInput</c> or <c>ignoringInput</c>.</summary>
    public string? InputHint { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }

    /// <summary>Answers offered as buttons; they go away with the next message.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>The name of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>What a card's inputs or an event carry.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What only this channel knows.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Mentions, places and the like, as they came.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    /// <summary>Who came into the conversation (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>Who left it (conversationUpdate).</summary>
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Members of the JSON object that this type has no name for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>A message of plain text.</summary>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    /// <summary>What is needed to answer this activity later; can be stored as its JSON.</summary>
    public ConversationReference GetConversationReference() =>
        new()
        {
            ActivityId = Id,
            User = From,
            Bot = Recipient,
            Conversation = Conversation,
            ChannelId = ChannelId,
            Locale = Locale,
            ServiceUrl = ServiceUrl,
        };
}
