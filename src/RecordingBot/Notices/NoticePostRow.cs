namespace RecordingBot.Notices;

/// <summary>One time that a notice was put before the people in a meeting.</summary>
public sealed class NoticePostRow
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }
    public Guid NoticeId { get; init; }

    /// <summary><see cref="NoticeChannel.MeetingChat"/> or <see cref="NoticeChannel.HostPasted"/>.</summary>
    public required string Channel { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Whoever confirmed it; null where the bot posted it.</summary>
    public Guid? ByPersonId { get; set; }

    /// <summary>Zoom's id of the message; null where the host pasted it.</summary>
    public string? MessageId { get; init; }
}
