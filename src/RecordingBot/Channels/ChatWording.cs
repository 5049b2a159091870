using System.Collections;
using System.Globalization;
using System.Text.Json;
using BotConnector.Activities;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingPolicy;

namespace RecordingBot.Channels;

/// <summary>Gives what the bot says its language: the person's, or both where none is chosen yet.</summary>
public sealed class ChatWording(ActivePack active)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A message in a language, <c>sv</c> or <c>en</c>; in both where it is null.</summary>
    public Activity Write(ChatText text, string? language)
    {
        var message = Activity.Message(Choose(Say(text), language, "\n\n")) with
        {
            TextFormat = "plain",
            Locale = language,
            ChannelData = text.Asks is { } question ? JsonSerializer.SerializeToElement(new { question }, ActivityJson.Options) : null,
        };
        return text.Actions.Length == 0
            ? message
            : message with
            {
                SuggestedActions = new()
                {
                    Actions =
                    [
                        .. text.Actions.Select(action =>
                            CardAction.ImBack(Choose(action.Title, language, " / "), action.Says.In(language ?? "en"))
                        ),
                    ],
                },
            };
    }

    /// <summary>A sentence with its places filled in, in both languages.</summary>
    public LocalizedText Say(ChatText text) => BothLanguages.Chat[text.Key].Format([.. text.Arguments.Select(Word)]);

    private static string Choose(LocalizedText text, string? language, string between) =>
        language is not null ? text.In(language)
        : text.Sv == text.En ? text.Sv
        : $"{text.Sv}{between}{text.En}";

    private LocalizedText Word(object argument) =>
        argument switch
        {
            LocalizedText text => text,
            string text => LocalizedText.Same(text),
            ChatText text => Say(text),
            DateTimeOffset instant => Moments.Say(instant, active.Pack.TimeZone),
            DateOnly day => Moments.SayDay(day),
            Uri address => LocalizedText.Same(address.AbsoluteUri),
            IEnumerable items => Lines([.. items.Cast<object>().Select(Word)]),
            IFormattable number => new(number.ToString(null, Swedish), number.ToString(null, English)),
            _ => throw new ArgumentException($"A {argument.GetType().Name} can't be said.", nameof(argument)),
        };

    private static LocalizedText Lines(IReadOnlyList<LocalizedText> items) =>
        new(string.Join('\n', items.Select(item => $"• {item.Sv}")), string.Join('\n', items.Select(item => $"• {item.En}")));
}
