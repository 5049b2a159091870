using System.Collections.Immutable;
using System.Globalization;
using RecordingPolicy;
using RecordingPolicy.Packs;
using YamlDotNet.RepresentationModel;

namespace RecordingBot.Packs;

/// <summary>Reads the keys of one YAML mapping and notes what is wrong, with its line. A key that is absent or wrong gives null.</summary>
internal sealed class PackKeys
{
    private readonly Dictionary<string, YamlNode> nodes = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly Action<int, string> note;
    private readonly int line;

    public PackKeys(YamlMappingNode mapping, Action<int, string> note)
    {
        (this.note, line) = (note, LineOf(mapping));
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
                nodes[name] = value;
            else
                note(LineOf(key), "A key is a word.");
        }
    }

    /// <summary>The line of each key, where its value starts.</summary>
    public IReadOnlyDictionary<string, int> Lines =>
        nodes.ToDictionary(node => node.Key, node => LineOf(node.Value), StringComparer.Ordinal);

    /// <summary>The line on which a key's value starts; the mapping's own where it has no such key.</summary>
    public int LineOf(string key) => nodes.TryGetValue(key, out var node) ? LineOf(node) : line;

    public string? Word(string key) => Take(key) is { } node ? WordIn(node, $"{key} takes a text.") : null;

    /// <summary>A word that must stand there.</summary>
    public string? Needed(string key)
    {
        if (!nodes.ContainsKey(key))
            note(line, $"{key} is missing.");
        return Word(key);
    }

    public CalendarPeriod? Period(string key) => Parsed(key, CalendarPeriod.TryParse, "a duration as ISO 8601, such as P30D");

    public CalendarPeriod? NeededPeriod(string key)
    {
        if (!nodes.ContainsKey(key))
            note(line, $"{key} is missing.");
        return Period(key);
    }

    public int? Number(string key, int least) =>
        Value(
            key,
            text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
                    ? number
                    : (int?)null,
            $"a whole number from {least}"
        );

    public DateOnly? Day(string key) =>
        Value(
            key,
            text =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : (DateOnly?)null,
            "a day such as 2020-01-01"
        );

    public bool? YesOrNo(string key) =>
        Value(
            key,
            text =>
                text switch
                {
                    "true" => true,
                    "false" => false,
                    _ => (bool?)null,
                },
            "true or false"
        );

    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Value(key, text => WireName.TryParse<T>(text, out var value) ? value : (T?)null, $"one of {string.Join(", ", WireName.All<T>())}");

    /// <summary>True for one word, false for the other.</summary>
    public bool? EitherOr(string key, string yes, string no) =>
        Value(
            key,
            text =>
                string.Equals(text, yes, StringComparison.Ordinal) ? true
                : string.Equals(text, no, StringComparison.Ordinal) ? false
                : (bool?)null,
            $"{yes} or {no}"
        );

    public TimeZoneInfo? Zone(string key) =>
        Parsed(
            key,
            text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) ? zone : null,
            "an IANA time zone such as Europe/Stockholm"
        );

    public Uri? Address(string key) =>
        Parsed(
            key,
            text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" ? address : null,
            "an address that starts with https://"
        );

    /// <summary>A text in both languages, or one that is the same in both.</summary>
    public LocalizedText? Localized(string key)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value.Length: > 0 } text:
                return LocalizedText.Same(text.Value);
            case YamlMappingNode mapping:
                var keys = new PackKeys(mapping, note);
                var (sv, en) = (keys.Needed("sv"), keys.Needed("en"));
                keys.Close();
                return sv is null || en is null ? null : new(sv, en);
            default:
                note(LineOf(key), $"{key} takes a text, or one for sv and one for en.");
                return null;
        }
    }

    /// <summary>A mapping, read by a function that gives null where something is missing or wrong.</summary>
    public T? Group<T>(string key, Func<PackKeys, T?> read)
        where T : class
    {
        if (Take(key) is not { } node)
            return null;
        return GroupIn(node, read, $"{key} takes keys with values.");
    }

    /// <summary>A list of words.</summary>
    public ImmutableArray<(string Text, int Line)>? Words(string key) =>
        ListOf(key, node => WordIn(node, $"{key} takes a list of words.") is { } text ? (text, LineOf(node)) : ((string, int)?)null);

    /// <summary>A list of mappings.</summary>
    public ImmutableArray<T>? Groups<T>(string key, Func<PackKeys, T?> read)
        where T : class
    {
        var groups = ListOf(
            key,
            node => GroupIn(node, read, $"{key} takes a list of keys with values.") is { } group ? (group, 0) : ((T, int)?)null
        );
        return groups?.Select(group => group.Item1).ToImmutableArray();
    }

    /// <summary>A value, or the word that says that there is none.</summary>
    public Given<T>? OrWord<T>(string key, string word, Func<string, T?> read)
    {
        if (
            nodes.TryGetValue(key, out var node)
            && node is YamlScalarNode { Value: { } text }
            && string.Equals(text, word, StringComparison.Ordinal)
        )
        {
            asked.Add(key);
            return new(default);
        }
        return read(key) is { } value ? new(value) : null;
    }

    /// <summary>Whether a key stands there, right or wrong.</summary>
    public bool Has(string key) => nodes.ContainsKey(key);

    /// <summary>Notes something at a key.</summary>
    public void Note(string key, string reason) => note(LineOf(key), reason);

    /// <summary>Notes every key that was not asked for.</summary>
    public void Close()
    {
        foreach (var key in nodes.Keys.Except(asked, StringComparer.Ordinal))
            note(LineOf(key), $"There is no key '{key}' here. The keys are {string.Join(", ", asked.Distinct(StringComparer.Ordinal))}.");
    }

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    private ImmutableArray<(T, int)>? ListOf<T>(string key, Func<YamlNode, (T, int)?> read)
    {
        switch (Take(key))
        {
            case null:
                return null;
            case YamlSequenceNode list:
                // Each wrong item is noted; one of them makes the list unusable.
                var items = list.Children.Select(read).ToArray();
                return items.All(item => item is not null) ? [.. items.Select(item => item!.Value)] : null;
            default:
                note(LineOf(key), $"{key} takes a list.");
                return null;
        }
    }

    private T? GroupIn<T>(YamlNode node, Func<PackKeys, T?> read, string otherwise)
        where T : class
    {
        if (node is not YamlMappingNode mapping)
        {
            note(LineOf(node), otherwise);
            return null;
        }
        var keys = new PackKeys(mapping, note);
        var value = read(keys);
        keys.Close();
        return value;
    }

    private string? WordIn(YamlNode node, string otherwise)
    {
        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            return text.Trim();
        note(LineOf(node), otherwise);
        return null;
    }

    private T? Parsed<T>(string key, Func<string, T?> parse, string takes)
        where T : class
    {
        if (Word(key) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        note(LineOf(key), $"{key} takes {takes}.");
        return null;
    }

    private T? Value<T>(string key, Func<string, T?> parse, string takes)
        where T : struct
    {
        if (Word(key) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        note(LineOf(key), $"{key} takes {takes}.");
        return null;
    }

    private YamlNode? Take(string key)
    {
        asked.Add(key);
        return nodes.GetValueOrDefault(key);
    }
}
