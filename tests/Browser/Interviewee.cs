using Microsoft.Playwright;

namespace Browser;

/// <summary>A teacher who answers the interview for a normal lecture, by its cards.</summary>
internal sealed class Interviewee(WebChat chat, string language)
{
    private static readonly (string Question, Func<ILocator, string, Task> Answer)[] Answers =
    [
        ("purpose_text", (card, language) => FillAsync(card, language, "Studenterna repeterar härledningarna före laborationen.")),
        ("necessity_achievableWithout_teaching", (card, language) => PressAsync(card, language, "No")),
        ("necessity_justification", (card, language) => FillAsync(card, language, "Härledningarna är långa och finns inte i boken.")),
        ("legalBasis_kind", (card, language) => PickAsync(card, language, "Choice_legalBasis_kind_public-interest")),
        ("audience_groups", (card, language) => PickAsync(card, language, "Choice_audience_groups_students")),
        ("contains_sensitive", (card, language) => PressAsync(card, language, "NoneOfTheFour")),
        ("participationOptions_cameraOptional", (card, language) => PressAsync(card, language, "Yes")),
        ("participationOptions_microphoneOptional", (card, language) => PressAsync(card, language, "Yes")),
        ("storage", (card, language) => PressAsync(card, language, "Choice_storage_recorder-computer")),
        ("publication", (card, language) => PressAsync(card, language, "Choice_publication_canvas-course")),
        ("availability", (card, language) => PressAsync(card, language, "Choice_availability_course-lifetime")),
    ];

    /// <summary>From "record" to the answers shown whole.</summary>
    /// <returns>The card that shows them.</returns>
    public async Task<ILocator> AnswerAsync(string topic)
    {
        await BeginAsync(topic);
        foreach (var (question, answer) in Answers)
        {
            await answer(await chat.AskedAsync(Words.Chat("Ask_" + question, language)), language);
        }
        return await chat.AskedAsync(Words.Chat("Review", language));
    }

    /// <summary>Begins, and picks the meeting in words of its own.</summary>
    public async Task BeginAsync(string topic)
    {
        await chat.SayAndHearAsync(language == "sv" ? "avbryt" : "cancel");
        await chat.SayAsync(language == "sv" ? "spela in" : "record");
        await chat.AskedAsync(Words.Chat("Ask_meeting", language));
        await chat.SayAsync(topic);
        await chat.AskedAsync(Words.Chat("Ask_purpose_text", language));
    }

    private static async Task FillAsync(ILocator card, string language, string text)
    {
        await card.GetByRole(AriaRole.Textbox).FillAsync(text);
        await PressAsync(card, language, "Card_Answer");
    }

    private static async Task PickAsync(ILocator card, string language, string choice)
    {
        await card.GetByLabel(Words.Chat(choice, language), new() { Exact = true }).CheckAsync();
        await PressAsync(card, language, "Card_Answer");
    }

    /// <summary>With the keyboard: reached, and pressed with Enter.</summary>
    private static async Task PressAsync(ILocator card, string language, string button)
    {
        var found = card.GetByRole(AriaRole.Button, new() { Name = Words.Chat(button, language), Exact = true });
        await found.FocusAsync();
        await found.PressAsync("Enter");
    }
}
