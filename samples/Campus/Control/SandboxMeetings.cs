namespace Campus.Control;

/// <summary>The answer of Zoom's sandbox to a listing.</summary>
internal sealed record SandboxMeetings(IReadOnlyList<SandboxMeeting> Items);
