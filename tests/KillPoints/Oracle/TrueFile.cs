namespace KillPoints.Oracle;

/// <summary>A file in Canvas as it truly is.</summary>
internal sealed record TrueFile(long Id, long Folder, string Name, string? Sha256, string State, bool Locked, DateTimeOffset? LockAt)
{
    /// <summary>Whether it is there.</summary>
    public bool IsThere => State == "available";
}
