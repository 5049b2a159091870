namespace CanvasConnector.Files;

/// <summary>How much room a course has for files, in bytes.</summary>
public sealed record CourseQuota
{
    public required long Quota { get; init; }

    public required long QuotaUsed { get; init; }

    /// <summary>What is left; negative where the quota was lowered below what is used.</summary>
    public long Free => Quota - QuotaUsed;
}
