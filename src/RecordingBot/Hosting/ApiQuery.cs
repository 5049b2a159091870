using System.Globalization;
using System.Text.RegularExpressions;

namespace RecordingBot.Hosting;

/// <summary>Reads a call's query strictly, and collects everything that is wrong with it.</summary>
public sealed partial class ApiQuery(HttpRequest request)
{
    private const int DefaultLimit = 50;
    private const int LargestLimit = 100;

    private readonly SortedDictionary<string, string[]> errors = new(StringComparer.Ordinal);

    /// <summary>What is wrong, as the answer; null when nothing is.</summary>
    public IResult? Problem => errors.Count == 0 ? null : TypedResults.ValidationProblem(errors);

    /// <summary>How many items a page has: 1 to 100, 50 where not said.</summary>
    public int Limit()
    {
        if (Text("limit") is not { } text)
            return DefaultLimit;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= LargestLimit)
            return limit;
        errors["limit"] = [$"A whole number from 1 to {LargestLimit}."];
        return DefaultLimit;
    }

    /// <summary>A parameter given once; null where it is absent or blank.</summary>
    public string? Text(string name)
    {
        var values = request.Query[name];
        if (values.Count > 1)
            errors[name] = ["Given more than once."];
        return string.IsNullOrWhiteSpace(values.ToString()) || values.Count > 1 ? null : values.ToString();
    }

    /// <summary>A moment, ISO 8601 with offset; null where it is absent.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (ReadInstant(text) is { } instant)
            return instant;
        errors[name] = ["A moment as ISO 8601 with offset, such as 2027-01-17T23:59:59+01:00 (write + as %2B)."];
        return null;
    }

    /// <summary>A value of its own reading; null where it is absent or can't be read.</summary>
    public T? Of<T>(string name, Func<string, T?> read, string takes)
        where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        if (read(text) is { } value)
            return value;
        errors[name] = [takes];
        return null;
    }

    /// <summary>Where to go on: what <see cref="Page{T}"/> gave as next.</summary>
    public Guid? Cursor() => Of("cursor", Page.Read, "The value that the page before gave as next.");

    /// <summary>A moment with seconds and a whole offset; null for anything else.</summary>
    public static DateTimeOffset? ReadInstant(string? text) =>
        text is not null
        && Iso8601().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    /// <summary>A day, <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static DateOnly? ReadDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Iso8601();
}
