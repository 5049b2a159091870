namespace ZoomConnector.LiveMeetings;

/// <summary>What to do in a running meeting, as Zoom takes it.</summary>
internal sealed record LiveMethod(string Method);
