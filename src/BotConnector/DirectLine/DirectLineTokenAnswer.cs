using System.Text.Json.Serialization;

namespace BotConnector.DirectLine;

/// <summary>What a client gets to go on with; <paramref name="ExpiresIn"/> counts seconds. The stream's address is good once, for a minute.</summary>
internal sealed record DirectLineTokenAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null
);
