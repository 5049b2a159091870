using BotConnector.Activities;
using BotConnector.Cards;
using RecordingBot.Hosting;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>Makes the card of a question. It says all that the text says, and each of its buttons says what could be written instead.</summary>
/// <param name="asking">What is asked.</param>
/// <param name="asked">Which asking of the question it is.</param>
/// <param name="language">The person's language; null for both.</param>
internal sealed class QuestionCard(Asking asking, int? asked, string? language)
{
    /// <summary>Between a field's id and the number of its asking. Buttons of one name are one group on the whole page, older cards included: what is picked here would be unpicked there.</summary>
    private const char OfAsking = '@';

    /// <summary>More buttons than these are a list.</summary>
    private const int MostButtons = 5;

    /// <summary>The most characters of a form's field; all of them together must pass as one text.</summary>
    private const int LongestField = 1_000;

    /// <summary>The card.</summary>
    /// <param name="text">The whole text, for those who can't see the card.</param>
    /// <param name="shown">What the card says.</param>
    /// <param name="actions">The answers that are offered.</param>
    /// <param name="links">Addresses in the text, which a card opens with buttons.</param>
    public Attachment Of(string text, string shown, IReadOnlyList<SuggestedAction> actions, IReadOnlyList<Uri> links)
    {
        if (asking.Fields.Count > 0)
            return Card(text, [.. CardText.Lines(shown), .. asking.Fields.Select(Field), Submit, Row(asking.Ways.Select(Button))]);
        var isList = asking.Input is AnswerInput.Buttons && actions.Count > MostButtons;
        CardInput? input = asking.Input switch
        {
            AnswerInput.Words => new TextInput(Label(shown)),
            AnswerInput.Several => new ChoiceInput(Label(shown), Choices(actions)) { IsMultiSelect = true },
            AnswerInput.Day => new DateInput(Label(shown)),
            AnswerInput.List => new ChoiceInput(Label(shown), [.. asking.Choices.Select(AsChoice)]) { Style = "compact" },
            _ => isList ? new ChoiceInput(Label(shown), Choices(actions)) : null,
        };
        var isLabel = input?.Label == shown;
        var buttons = isList || asking.Input is AnswerInput.Several or AnswerInput.Words ? [] : actions.Select(Button);
        List<CardElement?> body =
        [
            .. isLabel ? [] : CardText.Lines(shown),
            Row(buttons.Concat(links.Select(Link))),
            // Beside buttons it is one way to answer of several.
            input is null
                ? null
                : input with
                {
                    ErrorMessage = Say("Card_Missing"),
                    IsRequired = asking.InputLabel is null,
                },
            input is null ? null : Submit,
            Row(asking.Ways.Select(Button)),
        ];
        return Card(text, body);
    }

    private Attachment Card(string text, IEnumerable<CardElement?> body) =>
        new AdaptiveCard([.. body.OfType<CardElement>()]) { Lang = language, FallbackText = text }.ToAttachment();

    private CardActions Submit => new([new SubmitButton(Say(SubmitKey), Answer(says: null))]);

    /// <summary>One field of a form. Many choices are folded, since a form is read as a whole.</summary>
    private CardInput Field(AskedField field)
    {
        var label = Choose(field.Label);
        CardInput input = field.Input switch
        {
            AnswerInput.Words => new TextInput(label) { MaxLength = LongestField },
            AnswerInput.Several => new ChoiceInput(label, Choices(field.Choices)) { IsMultiSelect = true },
            _ => new ChoiceInput(label, Choices(field.Choices)) { Style = field.Choices.Count > MostButtons ? "compact" : "expanded" },
        };
        return input with
        {
            Id = asked is null ? field.Id : $"{field.Id}{OfAsking}{asked}",
            Value = field.Chosen?.Says.In(language ?? "en"),
            ErrorMessage = Say("Card_Missing"),
            Spacing = "medium",
        };
    }

    /// <summary>What was filled in on a form, by its fields' own ids.</summary>
    public static IReadOnlyDictionary<string, string> Filled(CardAnswer answer) =>
        answer
            .Filled.GroupBy(field => field.Key.Split(OfAsking)[0], StringComparer.Ordinal)
            .ToDictionary(field => field.Key, field => field.First().Value, StringComparer.Ordinal);

    private string SubmitKey =>
        asking.Input switch
        {
            AnswerInput.Day => "Card_UntilDay",
            AnswerInput.List => "Card_Change",
            _ => "Card_Answer",
        };

    private static CardActions? Row(IEnumerable<CardButton> buttons) =>
        buttons.ToList() is { Count: > 0 } row ? new CardActions(row) : null;

    private string Label(string shown) => asking.InputLabel is { } label ? Choose(label) : shown;

    private CardButton Button(SuggestedAction action) => new SubmitButton(Choose(action.Title), Answer(action.Says.In(language ?? "en")));

    private CardButton Link(Uri address) => new LinkButton(Say("Card_Open"), address);

    private CardAnswer Answer(string? says) => new(asking.Question, asked, says);

    /// <summary>What is picked is said in its own words: so the talk reads the same whether it was picked or written.</summary>
    private List<Choice> Choices(IEnumerable<SuggestedAction> actions) =>
        [.. actions.Select(action => new Choice(Choose(action.Title), action.Says.In(language ?? "en")))];

    private Choice AsChoice(Offer offer) => new(Choose(offer.Title), offer.Title.In(language ?? "en"));

    private string Say(string key) => Choose(BothLanguages.Chat[key]);

    private string Choose(LocalizedText text) => ChatWording.Choose(text, language, " / ");
}
