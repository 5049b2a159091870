namespace RecordingBot.Meetings;

/// <summary>How many were in the meeting, and how many of them the notice reached.</summary>
public sealed record CoverageView(int Present, int Reached);
