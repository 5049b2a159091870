namespace ZoomSimulator.State;

/// <summary>All that the simulator must remember.</summary>
internal sealed class ZoomState
{
    public List<ZoomUserState> Users { get; init; } = [];

    public List<MeetingState> Meetings { get; init; } = [];

    public List<Delivery> Deliveries { get; init; } = [];

    public List<DirectMessage> Messages { get; init; } = [];

    /// <summary>Recordings whose media are still being written.</summary>
    public List<SlowConversion> Conversions { get; init; } = [];

    /// <summary>What was asked of the webhook's address itself.</summary>
    public UrlCheck UrlCheck { get; init; } = new();

    /// <summary>A local recording looks at the setting as it is now, not as it was at the meeting's start.</summary>
    public bool LiveRights { get; set; }

    /// <summary>How many ids have been given out.</summary>
    public int Issued { get; set; }

    public static ZoomState AtFirst() =>
        new()
        {
            Users =
            [
                new ZoomUserState
                {
                    Account = "teacher",
                    Id = "zoom-teacher",
                    Email = "teacher@campus.example.edu",
                    DisplayName = "Campus Teacher",
                },
                new ZoomUserState
                {
                    Account = "teacher-2",
                    Id = "zoom-teacher-2",
                    Email = "teacher-2@campus.example.edu",
                    DisplayName = "Campus Teacher Two",
                },
                new ZoomUserState
                {
                    Account = "student",
                    Id = "zoom-student",
                    Email = "student@campus.example.edu",
                    DisplayName = "Campus Student",
                },
            ],
        };

    public ZoomUserState? User(string idOrEmail) =>
        Users.Find(user => user.Id == idOrEmail || string.Equals(user.Email, idOrEmail, StringComparison.OrdinalIgnoreCase));

    public MeetingState? Meeting(long id) => Meetings.Find(meeting => meeting.Id == id);
}
