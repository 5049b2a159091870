using System.Globalization;

namespace CanvasSimulator.Http;

/// <summary>
/// A call's parameters from query, form or JSON alike, under bracketed names: <c>course[end_at]</c>, <c>include[]</c>.
/// </summary>
internal sealed class Fields(IReadOnlyList<KeyValuePair<string, string?>> all)
{
    public bool Has(string name) => all.Any(field => field.Key == name);

    /// <summary>The value, the last if there are several; null if absent, null or empty.</summary>
    public string? Text(string name)
    {
        var value = all.LastOrDefault(field => field.Key == name).Value;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    public string Need(string name) => Text(name) ?? throw RefusalException.BadRequest($"{name} is missing");

    public bool? Flag(string name) =>
        Text(name)?.ToLowerInvariant() switch
        {
            null => null,
            "1" or "t" or "true" or "on" or "yes" => true,
            _ => false,
        };

    public long? Number(string name) =>
        Text(name) switch
        {
            null => null,
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) => n,
            _ => throw RefusalException.Invalid(name, "is not a number"),
        };

    public double? Decimal(string name) =>
        Text(name) switch
        {
            null => null,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) => n,
            _ => throw RefusalException.Invalid(name, "is not a number"),
        };

    /// <summary>A moment in whole seconds, which is all that Canvas keeps.</summary>
    public DateTimeOffset? Moment(string name) =>
        Text(name) switch
        {
            null => null,
            var text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
                DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds()),
            _ => throw RefusalException.Invalid(name, "is not a date"),
        };

    /// <summary>The values of a list, written with or without its brackets.</summary>
    public HashSet<string> All(string name) =>
        all.Where(field => (field.Key == name || field.Key == name + "[]") && !string.IsNullOrEmpty(field.Value))
            .Select(field => field.Value!)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The keys directly below a prefix: for <c>a[b]</c> of <c>a[b][x]</c> it is <c>x</c>.</summary>
    public HashSet<string> KeysBelow(string prefix) =>
        all.Where(field => field.Key.StartsWith(prefix + "[", StringComparison.Ordinal))
            .Select(field => field.Key[(prefix.Length + 1)..].Split(']')[0])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The same without a list, written with or without its brackets.</summary>
    public Fields Without(string name) => new([.. all.Where(field => field.Key != name && field.Key != name + "[]")]);

    public void WhenGiven(string name, Action<string> set)
    {
        if (Has(name))
            set(name);
    }
}
