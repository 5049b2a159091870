namespace RecordingBot.Registry;

/// <summary>What somebody may do; the names are those of design.md 3.</summary>
public static class Role
{
    public const string Teacher = "teacher";
    public const string Participant = "participant";
    public const string CourseAdmin = "course-admin";
    public const string Dpo = "dpo";
    public const string Archivist = "archivist";
    public const string Operator = "operator";
}
