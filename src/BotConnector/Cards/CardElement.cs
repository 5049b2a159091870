using System.Text.Json.Serialization;

namespace BotConnector.Cards;

/// <summary>One thing on a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CardText), "RichTextBlock")]
[JsonDerivedType(typeof(CardActions), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
public abstract record CardElement
{
    /// <summary>The room above it: <c>none</c>, <c>small</c>, <c>default</c> (null), <c>medium</c> or <c>large</c>.</summary>
    public string? Spacing { get; init; }
}
