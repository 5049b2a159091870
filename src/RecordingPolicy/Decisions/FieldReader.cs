using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RecordingPolicy.Packs;

namespace RecordingPolicy.Decisions;

/// <summary>
/// Reads the fields of one JSON object and notes what is wrong with them. An absent field is as null; texts are trimmed, and
/// blank is null too. <see cref="Close"/> notes the fields that nobody asked for.
/// </summary>
internal sealed partial class FieldReader
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];
    private readonly List<RequestError> errors;
    private readonly string path;

    private FieldReader(string path, JsonElement? json, List<RequestError> errors)
    {
        (this.path, this.errors) = (path, errors);
        if (json is not { ValueKind: not JsonValueKind.Null } element)
            return;
        if (element.ValueKind is not JsonValueKind.Object)
        {
            NoteAt(path.Length is 0 ? "$" : path, "takes.object");
            return;
        }
        IsThere = true;
        foreach (var field in element.EnumerateObject())
        {
            if (!fields.TryAdd(field.Name, field.Value))
                Note(field.Name, "twice");
        }
    }

    /// <summary>Whether the object stands there at all.</summary>
    public bool IsThere { get; }

    public static FieldReader Root(JsonElement json, List<RequestError> errors) => new("", json, errors);

    public FieldReader Object(string name) => new(PathOf(name), Take(name), errors);

    public string? Text(string name) => TextOr(name, "takes.text");

    public bool? YesOrNo(string name)
    {
        switch (Take(name)?.ValueKind)
        {
            case null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                Note(name, "takes.yes-or-no");
                return null;
        }
    }

    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (TextOr(name, "takes.choice", OneOf<T>()) is not { } text)
            return null;
        if (WireName.TryParse<T>(text, out var value))
            return value;
        Note(name, "takes.choice", OneOf<T>());
        return null;
    }

    public DateTimeOffset? Moment(string name) =>
        Parsed(
            name,
            "takes.moment",
            text =>
                MomentWithOffset().IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
                    ? moment
                    : (DateTimeOffset?)null
        );

    public DateOnly? Day(string name) =>
        Parsed(
            name,
            "takes.day",
            text =>
                DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : (DateOnly?)null
        );

    public CalendarPeriod? Period(string name)
    {
        if (TextOr(name, "takes.duration") is not { } text)
            return null;
        if (CalendarPeriod.TryParse(text) is { IsZero: false } period)
            return period;
        Note(name, "takes.duration");
        return null;
    }

    /// <summary>The texts of an array; null where the field is absent or no array of texts.</summary>
    public IReadOnlyList<string>? Set(string name, LocalizedText takes)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.Array)
        {
            var texts = new List<string>();
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.String && TryGetText(item, out var text))
                    texts.Add(text);
            }
            if (texts.Count == value.GetArrayLength())
                return texts;
        }
        Note(name, "takes.set", takes);
        return null;
    }

    /// <summary>Whether a field was given something, right or wrong.</summary>
    public bool Has(string name) => fields.TryGetValue(name, out var value) && !IsNull(value);

    /// <summary>Notes what is wrong with a field.</summary>
    public void Note(string name, string reason, params IReadOnlyList<LocalizedText> details) => NoteAt(PathOf(name), reason, details);

    /// <summary>Notes every field that was not asked for.</summary>
    public void Close()
    {
        foreach (var name in fields.Keys.Except(asked, StringComparer.Ordinal))
            Note(name, "unknown", LocalizedText.Same(string.Join(", ", asked)));
    }

    private static bool IsNull(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null
        || (value.ValueKind is JsonValueKind.String && TryGetText(value, out var text) && text.Length is 0);

    private static LocalizedText OneOf<T>()
        where T : struct, Enum => LocalizedText.Same(string.Join(", ", WireName.All<T>()));

    /// <summary>The text in NFC, trimmed; false where its escapes are no text at all.</summary>
    private static bool TryGetText(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!.Normalize().Trim();
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair.
            text = "";
            return false;
        }
    }

    private T? Parsed<T>(string name, string takes, Func<string, T?> parse)
        where T : struct
    {
        if (TextOr(name, takes) is not { } text)
            return null;
        if (parse(text) is { } value)
            return value;
        Note(name, takes);
        return null;
    }

    private string? TextOr(string name, string takes, params IReadOnlyList<LocalizedText> details)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.String && TryGetText(value, out var text))
            return text.Length is 0 ? null : text;
        Note(name, takes, details);
        return null;
    }

    private JsonElement? Take(string name)
    {
        asked.Add(name);
        return fields.TryGetValue(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    private string PathOf(string name) => path.Length is 0 ? name : $"{path}.{name}";

    private void NoteAt(string where, string reason, params IReadOnlyList<LocalizedText> details) =>
        errors.Add(new(where, Texts.Requests[reason].Format(details)));

    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MomentWithOffset();
}
