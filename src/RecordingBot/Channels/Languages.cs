using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Channels;

/// <summary>Which language a person is answered in: the one they speak, once they have spoken.</summary>
public sealed class Languages(RegistryContext registry)
{
    /// <summary>Chooses for this turn, and remembers a choice that was made in words.</summary>
    public async Task ChooseAsync(ChatTurn turn, string? locale, CancellationToken ct)
    {
        var spoken = Spoken(turn);
        turn.Language = spoken ?? turn.Person.Language ?? OfLocale(locale);
        if (spoken is null || spoken == turn.Person.Language)
            return;
        await registry
            .People.Where(person => person.Id == turn.Person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Language, spoken), ct);
    }

    /// <summary>"Spela in" is Swedish as surely as "svenska" is.</summary>
    private static string? Spoken(ChatTurn turn) =>
        turn.Text.Is(Words.Swedish) ? "sv"
        : turn.Text.Is(Words.English) ? "en"
        : turn.State.AwaitsFreeText ? null
        : turn.Text.BeginsWith(Words.RecordSwedish) ? "sv"
        : turn.Text.BeginsWith(Words.RecordEnglish) ? "en"
        : null;

    /// <summary>A client that says its language has one; nothing else is concluded from it.</summary>
    private static string? OfLocale(string? locale) =>
        locale is null ? null
        : locale.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? "sv"
        : locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
        : null;
}
