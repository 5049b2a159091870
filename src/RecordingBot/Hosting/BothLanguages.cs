using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using RecordingPolicy;

namespace RecordingBot.Hosting;

/// <summary>The texts of one resource file in both languages; one that lacks a language is a fault, never silently the other.</summary>
public sealed class BothLanguages
{
    /// <summary>Why things are as they are: <c>Resources/Why.resx</c>.</summary>
    public static readonly BothLanguages Why = new("Why");

    /// <summary>The words of the pages: <c>Resources/Pages.resx</c>.</summary>
    public static readonly BothLanguages Pages = new("Pages");

    /// <summary>What the bot says in the chat: <c>Resources/Chat.resx</c>.</summary>
    public static readonly BothLanguages Chat = new("Chat");

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");

    private readonly ConcurrentDictionary<string, LocalizedText> known = new(StringComparer.Ordinal);
    private readonly ResourceManager resources;

    private BothLanguages(string name) => resources = new($"RecordingBot.Resources.{name}", typeof(BothLanguages).Assembly);

    /// <summary>A text by its key.</summary>
    /// <exception cref="MissingManifestResourceException">There is no such text, or not in both languages.</exception>
    public LocalizedText this[string key] => known.GetOrAdd(key, Read);

    /// <summary>A text by its key; null where there is none in English.</summary>
    public LocalizedText? Find(string key) => resources.GetString(key, CultureInfo.InvariantCulture) is null ? null : this[key];

    /// <summary>A text with its places filled in, each with its own language's words.</summary>
    public LocalizedText Say(string key, params IReadOnlyList<LocalizedText> values) => this[key].Format(values);

    private LocalizedText Read(string key) => new(In(Swedish, key), In(CultureInfo.InvariantCulture, key));

    private string In(CultureInfo culture, string key) =>
        // Without parents: else a missing Swedish text would be answered in English.
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key)
        ?? throw new MissingManifestResourceException($"No text '{key}' for '{culture.Name}'.");
}
