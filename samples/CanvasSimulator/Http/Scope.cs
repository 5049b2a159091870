using System.Text.RegularExpressions;

namespace CanvasSimulator.Http;

/// <summary>
/// A scope of a developer key, <c>url:GET|/api/v1/courses/:id</c>. What the parameters are called makes no difference,
/// nor that one takes the rest of the path (<c>*full_path</c>).
/// </summary>
internal readonly partial record struct Scope
{
    private Scope(string text) => Text = text;

    public string Text { get; }

    public static Scope OfDoor(string method, string pattern) => new($"url:{method}|{Braces().Replace(pattern, ":")}");

    public static Scope Parse(string text) => new(Parameters().Replace(text, ":"));

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?<=/)[:*][a-z_]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}
