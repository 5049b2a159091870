using System.Text.RegularExpressions;

namespace CanvasConnector.Access;

/// <summary>Compares scopes: what their variables are called differs between versions of Canvas and means nothing.</summary>
internal static partial class Scope
{
    public static bool Same(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.Ordinal);

    private static string Bare(string scope) => Variable().Replace(scope, "");

    [GeneratedRegex("(?<=/[:*])[^/|]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
