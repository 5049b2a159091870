using System.Collections;
using System.Globalization;
using System.Text.Json;
using BotConnector.Activities;
using BotConnector.Cards;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Packs;
using RecordingPolicy;
using RecordingPolicy.Notices;

namespace RecordingBot.Channels;

/// <summary>Gives what the bot says its language: the person's, or both where none is chosen yet.</summary>
public sealed class ChatWording(ActivePack active)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A message in a language, <c>sv</c> or <c>en</c>; in both where it is null. What asks or links has a card beside its text.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="language">The person's language; null for both.</param>
    /// <param name="asked">Which asking of its question it is, so that a late answer is known as such.</param>
    public Activity Write(ChatText text, string? language, int? asked = null)
    {
        var said = Choose(Say(text), language, "\n\n");
        var links = text.Arguments.OfType<Uri>().ToList();
        return Activity.Message(said) with
        {
            TextFormat = "plain",
            Locale = language,
            ChannelData =
                text.Asks is { } asks && (asks.Question is not null || asked is not null)
                    ? JsonSerializer.SerializeToElement(new CardAnswer(asks.Question, asked), ActivityJson.Options)
                    : null,
            SuggestedActions =
                text.Actions.Length == 0 ? null : new() { Actions = [.. text.Actions.Select(action => Button(action, language))] },
            Attachments = text.Asks is null && links.Count == 0 ? null : [Card(text, said, links, language, asked)],
        };
    }

    /// <summary>A sentence with its places filled in, in both languages.</summary>
    public LocalizedText Say(ChatText text) => BothLanguages.Chat[text.Key].Format([.. text.Arguments.Select(Word)]);

    private static CardAction Button(SuggestedAction action, string? language) =>
        CardAction.ImBack(Choose(action.Title, language, " / "), action.Says.In(language ?? "en"));

    private static Attachment Card(ChatText text, string said, IReadOnlyList<Uri> links, string? language, int? asked)
    {
        var shown = text.Asks?.Prompt is { } prompt ? Choose(prompt, language, "\n\n") : said;
        return new QuestionCard(text.Asks ?? new(null), asked, language).Of(said, shown, text.Actions, links);
    }

    /// <summary>A text in one language, or in both with something between.</summary>
    internal static string Choose(LocalizedText text, string? language, string between) =>
        language is not null ? text.In(language)
        : text.Sv == text.En ? text.Sv
        : $"{text.Sv}{between}{text.En}";

    private LocalizedText Word(object argument) =>
        argument switch
        {
            LocalizedText text => text,
            string text => LocalizedText.Same(text),
            ChatText text => Say(text),
            DateTimeOffset instant => MomentWords.Of(instant, active.Pack.TimeZone),
            DateOnly day => Moments.SayDay(day),
            Uri address => LocalizedText.Same(address.AbsoluteUri),
            IEnumerable items => TextLists.Bulleted(items.Cast<object>().Select(Word)),
            IFormattable number => new(number.ToString(null, Swedish), number.ToString(null, English)),
            _ => throw new ArgumentException($"A {argument.GetType().Name} can't be said.", nameof(argument)),
        };
}
