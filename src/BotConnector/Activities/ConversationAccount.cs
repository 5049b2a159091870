using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotConnector.Activities;

/// <summary>A conversation, as a channel knows it.</summary>
public sealed record ConversationAccount
{
    /// <summary>The channel's id; opaque text that may hold <c>:</c>, <c>;</c>, <c>@</c> and <c>/</c>.</summary>
    public string? Id { get; init; }

    /// <summary>True where more than one person takes part.</summary>
    public bool? IsGroup { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>, where the channel tells.</summary>
    public string? ConversationType { get; init; }

    /// <summary>A name to show.</summary>
    public string? Name { get; init; }

    /// <summary>The organisation in Microsoft Entra, where the channel knows it.</summary>
    public string? TenantId { get; init; }

    /// <summary>Members of the JSON object that this type has no name for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
