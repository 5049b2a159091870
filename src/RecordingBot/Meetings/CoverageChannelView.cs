namespace RecordingBot.Meetings;

/// <summary>One way by which people are told that a meeting is recorded.</summary>
/// <param name="Channel">One of <see cref="Notices.NoticeChannel"/>.</param>
/// <param name="State"><c>on</c>, <c>off</c>, or <c>unknown</c> where the host's settings have not been read.</param>
/// <param name="At">When it was first used; of Zoom's disclaimer, when the setting was last looked at. Null while neither.</param>
/// <param name="Reached">Whom it reached first; null where nobody can count that.</param>
public sealed record CoverageChannelView(string Channel, string State, DateTimeOffset? At, int? Reached)
{
    /// <summary>Of Zoom's disclaimer: whom it asks to agree, <c>participants</c> and <c>host</c>.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];
}
