using Microsoft.Playwright;

namespace Browser;

/// <summary>A teacher who answers the interview for a normal lecture, by its cards.</summary>
internal sealed class Interviewee(WebChat chat, string language)
{
    /// <summary>From "record" to the answers shown whole: one form.</summary>
    /// <param name="topic">The meeting's topic.</param>
    /// <param name="basis">The legal basis that is picked.</param>
    /// <returns>The card that shows the answers.</returns>
    public async Task<ILocator> AnswerAsync(string topic, string basis = "public-interest")
    {
        var form = await BeginAsync(topic);
        await form.GetByLabel(Say("Ask_purpose_text")).FillAsync("Studenterna repeterar härledningarna före laborationen.");
        await PickAsync(form, "necessity.achievableWithout", "No");
        await form.GetByLabel(Say("Ask_necessity_justification")).FillAsync("Härledningarna är långa och finns inte i boken.");
        await form.GetByLabel(Say("Ask_legalBasis_kind"))
            .SelectOptionAsync(new SelectOptionValue { Label = Say($"Choice_legalBasis_kind_{basis}") });
        await form.GetByLabel(Say("Choice_audience_groups_students"), new() { Exact = true }).CheckAsync();
        await form.GetByLabel(Say("NoneOfTheFour"), new() { Exact = true }).CheckAsync();
        await PickAsync(form, "participationOptions.cameraOptional", "Yes");
        await PickAsync(form, "participationOptions.microphoneOptional", "Yes");
        // Where it is stored and published, and how long, stands there already: it is what is normal.
        var answer = form.GetByRole(AriaRole.Button, new() { Name = Say("Card_Answer"), Exact = true });
        await answer.FocusAsync();
        await answer.PressAsync("Enter");
        return await chat.AskedAsync(Say("Review"));
    }

    /// <summary>Begins, and picks the meeting in words of its own.</summary>
    /// <returns>The card with the form.</returns>
    public async Task<ILocator> BeginAsync(string topic)
    {
        await chat.SayAndHearAsync(language == "sv" ? "avbryt" : "cancel");
        await chat.SayAsync(language == "sv" ? "spela in" : "record");
        await chat.AskedAsync(Say("Ask_meeting"));
        await chat.SayAsync(topic);
        return await chat.AskedAsync(Say("Form"));
    }

    /// <summary>A group of buttons is named by its field.</summary>
    private Task PickAsync(ILocator form, string field, string answer) =>
        form.Locator($"input[type=radio][name^='{field}@'][value='{Say(answer)}']").CheckAsync();

    private string Say(string key) => Words.Chat(key, language);
}
