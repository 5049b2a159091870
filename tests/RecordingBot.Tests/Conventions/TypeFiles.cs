using System.Text.RegularExpressions;

namespace RecordingBot.Tests.Conventions;

/// <summary>One type per file, named for it (style.md 11).</summary>
internal static partial class TypeFiles
{
    /// <summary>What is wrong with a file, in words; null where nothing is. A file without types (top-level statements, assembly attributes) is none.</summary>
    public static string? Offence(string path, string text)
    {
        var expected = Path.GetFileName(path).Split('.')[0];
        string[] names =
        [
            .. Declaration().Matches(text).Select(declaration => declaration.Groups["name"].Value).Distinct(StringComparer.Ordinal),
        ];
        return names switch
        {
            [] => null,
            // A generic type's file says so where the plain name is taken.
            [var only] when only == expected || only + "OfT" == expected => null,
            _ => $"{path} holds {string.Join(", ", names)}",
        };
    }

    // The house's format puts a file's own types at the line's beginning, and everything in them further in.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|interface|enum|delegate\s+\S+|record(?:\s+(?:class|struct))?|struct)\s+(?<name>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Declaration();
}
