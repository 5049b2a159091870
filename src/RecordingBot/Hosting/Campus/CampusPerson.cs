namespace RecordingBot.Hosting.Campus;

/// <summary>A sample account.</summary>
/// <param name="Account">Its name at sign-in.</param>
/// <param name="DisplayName">How others see it, in English.</param>
/// <param name="Swedish">The same in Swedish.</param>
/// <param name="Role">One of <see cref="Registry.Role"/>.</param>
/// <param name="ZoomUserId">Its user in Campus's Zoom, if it has one.</param>
/// <param name="CanvasUserId">Its user in Campus's Canvas.</param>
public sealed record CampusPerson(string Account, string DisplayName, string Swedish, string Role, string? ZoomUserId, string? CanvasUserId)
{
    /// <summary>Who it is, in either language.</summary>
    public string NameIn(bool swedish) => swedish ? Swedish : DisplayName;
}
