namespace RecordingBot.Hosting;

/// <summary>Addresses to go back to, which come from outside and must lead nowhere else.</summary>
public static class Local
{
    /// <summary>A path of ours, or the start page where it is none.</summary>
    public static string Url(string? given) =>
        given is ['/', ..] && given is not ['/', '/' or '\\', ..] && !given.Any(char.IsControl) ? given : "/";
}
