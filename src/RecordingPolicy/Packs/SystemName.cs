namespace RecordingPolicy.Packs;

/// <summary>Names of systems compare without case and colon: <c>F</c> is <c>f:</c> (rules.md).</summary>
internal static class SystemName
{
    public static bool Same(string? one, string? other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string? Bare(string? name) => name?.Replace(":", "", StringComparison.Ordinal).Trim();
}
