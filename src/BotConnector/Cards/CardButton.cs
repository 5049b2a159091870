using System.Text.Json.Serialization;

namespace BotConnector.Cards;

/// <summary>A button of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SubmitButton), "Action.Submit")]
[JsonDerivedType(typeof(LinkButton), "Action.OpenUrl")]
public abstract record CardButton
{
    private protected CardButton(string title) => Title = title;

    /// <summary>The words on it.</summary>
    public string Title { get; }
}
