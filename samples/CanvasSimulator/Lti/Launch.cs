namespace CanvasSimulator.Lti;

/// <summary>A launch that is under way: who opens which tool from where.</summary>
internal sealed record Launch(string Hint, long ClientId, long CourseId, long UserId, string Placement, DateTimeOffset At)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Whether the tool is asked for something to link, instead of being shown.</summary>
    public bool IsDeepLinking => Placement is "link_selection" or "editor_button" or "module_menu";

    /// <summary>What the tool must send back unread.</summary>
    public string Data => "data-" + Hint;

    public bool HasExpired(DateTimeOffset now) => now - At > Lifetime;
}
