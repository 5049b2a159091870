using System.Text.Json;

namespace BotConnector.Activities;

/// <summary>A button.</summary>
public sealed record CardAction
{
    /// <summary><c>imBack</c>, <c>postBack</c>, <c>messageBack</c> or <c>openUrl</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The words on the button.</summary>
    public string? Title { get; init; }

    /// <summary>What is sent when it is pressed, or the address that is opened.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>A button that says its own words as if the person had written <paramref name="says"/> (or the title).</summary>
    public static CardAction ImBack(string title, string? says = null) =>
        new()
        {
            Type = "imBack",
            Title = title,
            Value = JsonSerializer.SerializeToElement(says ?? title),
        };

    /// <summary>A button that opens an address.</summary>
    public static CardAction OpenUrl(string title, Uri address) =>
        new()
        {
            Type = "openUrl",
            Title = title,
            Value = JsonSerializer.SerializeToElement(address.AbsoluteUri),
        };
}
