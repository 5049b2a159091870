namespace CanvasSimulator.World;

/// <summary>A course with its stored state, which dates never change.</summary>
internal sealed class Course
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    public long TermId { get; set; }

    public string Name { get; set; } = "";

    public string Code { get; set; } = "";

    public string? SisId { get; set; }

    public string Uuid { get; set; } = "";

    public string State { get; set; } = "unpublished";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartAt { get; set; }

    public DateTimeOffset? EndAt { get; set; }

    public bool Restrict { get; set; }

    public bool IsPublic { get; set; }

    public bool IsPublicToAuthUsers { get; set; }

    public bool Blueprint { get; set; }

    public bool Template { get; set; }

    public bool UsageRightsRequired { get; set; }

    public bool RestrictStudentPastView { get; set; }

    public long QuotaMegabytes { get; set; } = 500;

    public string TimeZone { get; set; } = "Europe/Stockholm";
}
