namespace BotConnector.Cards;

/// <summary>Sends an answer: as a message whose <c>value</c> is <see cref="Data"/> with the card's input, read with <see cref="CardAnswer.Of"/>.</summary>
/// <param name="Title">The words on it.</param>
/// <param name="Data">What is sent. Always an object: Web Chat would say a string aloud and lose the rest.</param>
public sealed record SubmitButton(string Title, CardAnswer Data) : CardButton(Title)
{
    /// <summary><c>none</c> where it stands for itself and asks for no input first.</summary>
    public string? AssociatedInputs { get; } = Data.Says is null ? null : "none";
}
