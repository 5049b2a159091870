namespace RecordingBot.Deletion.Guards;

/// <summary>What can stop all removal until it is cleared up (security.md 6).</summary>
public static class GuardKind
{
    /// <summary>More recordings were about to go than the dates that people had been warned of explain. Two persons release it.</summary>
    public const string Removals = "removals";

    /// <summary>The clocks of this computer, its database and Canvas are apart, or ours has jumped. It ends when they agree.</summary>
    public const string Clocks = "clocks";

    /// <summary>How tasks and audit entries name one.</summary>
    public static string Subject(string kind) => "guard:" + kind;
}
