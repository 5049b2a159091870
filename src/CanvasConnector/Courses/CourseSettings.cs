namespace CanvasConnector.Courses;

/// <summary>What a course's own settings say of files and of its time after the end (Courses API); null where Canvas does not say.</summary>
public sealed record CourseSettings
{
    /// <summary>Whether a file needs usage rights before students can see it; see <see cref="Files.FileCalls.SetUsageRightsAsync"/>.</summary>
    public bool? UsageRightsRequired { get; init; }

    /// <summary>Whether students are shut out once the course has ended, where else they may go on reading.</summary>
    public bool? RestrictStudentPastView { get; init; }
}
