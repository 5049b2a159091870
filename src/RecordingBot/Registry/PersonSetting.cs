namespace RecordingBot.Registry;

/// <summary>One person as the settings name them.</summary>
public sealed class PersonSetting
{
    /// <summary>The account's name at sign-in.</summary>
    public string Account { get; set; } = "";

    /// <summary>How the person is shown to others.</summary>
    public string? DisplayName { get; set; }

    /// <summary>One or more of <see cref="Role"/>.</summary>
    public IList<string> Roles { get; } = [];

    /// <summary>The person's verified Zoom account.</summary>
    public string? ZoomUserId { get; set; }

    /// <summary>The person's verified Canvas account.</summary>
    public string? CanvasUserId { get; set; }

    /// <summary>The person's mail address at the institution.</summary>
    public string? Mail { get; set; }

    /// <summary><c>sv</c>, <c>en</c> or nothing.</summary>
    public string? Language { get; set; }
}
