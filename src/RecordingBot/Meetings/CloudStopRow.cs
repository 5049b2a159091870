using System.Globalization;

namespace RecordingBot.Meetings;

/// <summary>What is known of the unapproved cloud recordings of one meeting, in whatever order it was told (I4), and when they are stopped next.</summary>
public sealed class CloudStopRow
{
    /// <summary>Their incident.</summary>
    public Guid Id { get; init; }

    public Guid MeetingId { get; init; }

    /// <summary>When each began or was resumed, in order, separated by spaces.</summary>
    public string Begun { get; set; } = "";

    /// <summary>When the last of them ended, as far as was told.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When Zoom last accepted to stop one.</summary>
    public DateTimeOffset? OrderedAt { get; set; }

    /// <summary>When something is to be done about it; null while nothing runs, or nothing is done.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>How many there were.</summary>
    public int Times => Moments.Length;

    /// <summary>The last one's beginning.</summary>
    public DateTimeOffset LastBegun => Moments[^1];

    /// <summary>One is going on. Zoom tells whole seconds: what began in the second in which another ended may go on.</summary>
    public bool IsRunning => !(EndedAt > LastBegun);

    /// <summary>Adds a beginning; the same again changes nothing.</summary>
    public void Add(DateTimeOffset begun) =>
        Begun = string.Join(
            ' ',
            Moments.Append(begun).Distinct().Order().Select(moment => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
        );

    /// <summary>Whether one of them began then.</summary>
    public bool Has(DateTimeOffset begun) => Moments.Contains(begun);

    private DateTimeOffset[] Moments =>
        [
            .. Begun
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        ];
}
