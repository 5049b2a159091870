using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace RecordingPolicy;

/// <summary>Reads the texts of one resource file in both languages; a text that lacks one of them is a fault, never silently the other.</summary>
internal sealed class Texts
{
    /// <summary>What findings say, and the words for a request's fields.</summary>
    public static readonly Texts Findings = new("Findings");

    /// <summary>What is said of a request that can't be read.</summary>
    public static readonly Texts Requests = new("Requests");

    /// <summary>The words of the privacy notice.</summary>
    public static readonly Texts Notice = new("Notice");

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv");

    private readonly ConcurrentDictionary<string, LocalizedText> known = new(StringComparer.Ordinal);
    private readonly ResourceManager resources;

    private Texts(string name) => resources = new($"RecordingPolicy.Resources.{name}", typeof(Texts).Assembly);

    public LocalizedText this[string key] => known.GetOrAdd(key, Read);

    private LocalizedText Read(string key) => new(In(Swedish, key), In(CultureInfo.InvariantCulture, key));

    private string In(CultureInfo culture, string key) =>
        // Without parents: else a missing Swedish text would be answered in English.
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key)
        ?? throw new MissingManifestResourceException($"No text '{key}' for '{culture.Name}'.");
}
