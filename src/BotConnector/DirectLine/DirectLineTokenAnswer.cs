using System.Text.Json.Serialization;

namespace BotConnector.DirectLine;

/// <summary>What a client gets to go on with; <paramref name="ExpiresIn"/> counts seconds.</summary>
internal sealed record DirectLineTokenAnswer(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn);
