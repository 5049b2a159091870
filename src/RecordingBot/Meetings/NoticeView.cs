namespace RecordingBot.Meetings;

/// <summary>A meeting's published notice.</summary>
/// <param name="Url">Where it is read; null once the meeting's records have ended, and the link leads nowhere.</param>
/// <param name="Sha256">Of its exact text.</param>
/// <param name="PostedAt">When it was last posted in the meeting, by the bot or by the host; null before.</param>
/// <param name="Coverage">Whom it reached.</param>
public sealed record NoticeView(Uri? Url, string Sha256, DateTimeOffset? PostedAt, CoverageView Coverage)
{
    /// <summary>What the host is asked to paste into the meeting's chat, to the letter; null while that is not asked for.</summary>
    public string? ToPaste { get; init; }
}
