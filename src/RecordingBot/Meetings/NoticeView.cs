namespace RecordingBot.Meetings;

/// <summary>A meeting's published notice.</summary>
public sealed record NoticeView(Uri Url, string Sha256, DateTimeOffset? PostedAt, CoverageView Coverage);
