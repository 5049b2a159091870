using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotConnector.Activities;

/// <summary>A person or a bot, as a channel knows it.</summary>
public sealed record ChannelAccount
{
    /// <summary>The channel's id; the same id on two channels is not the same person.</summary>
    public string? Id { get; init; }

    /// <summary>A name to show; never an identity. Web Chat sends an empty one.</summary>
    public string? Name { get; init; }

    /// <summary>The person's object id in Microsoft Entra, where the channel knows it.</summary>
    public string? AadObjectId { get; init; }

    /// <summary><c>user</c> or <c>bot</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Members of the JSON object that this type has no name for.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; init; }
}
