namespace CanvasConnector.Enrollments;

/// <summary>The two ways in which Canvas writes a role.</summary>
internal static class EnrollmentTypeNames
{
    /// <summary>As in enrollments and overrides.</summary>
    public static string Name(this EnrollmentType type) => $"{type}Enrollment";

    /// <summary>As in filters of lists.</summary>
    public static string ShortName(this EnrollmentType type) => type.ToString().ToLowerInvariant();
}
