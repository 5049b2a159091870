namespace ZoomSimulator.State;

/// <summary>All that the simulator must remember.</summary>
internal sealed class ZoomState
{
    public List<ZoomUserState> Users { get; init; } = [];

    public List<MeetingState> Meetings { get; init; } = [];

    public List<Delivery> Deliveries { get; init; } = [];

    public List<DirectMessage> Messages { get; init; } = [];

    /// <summary>What people and the chatbot said to each other.</summary>
    public List<TeamChatLine> TeamChat { get; init; } = [];

    /// <summary>What was recorded to the cloud.</summary>
    public List<CloudRecordingState> Cloud { get; init; } = [];

    /// <summary>Recordings whose media are still being written.</summary>
    public List<SlowConversion> Conversions { get; init; } = [];

    /// <summary>What was asked of the webhook's address itself.</summary>
    public UrlCheck UrlCheck { get; init; } = new();

    public AccountState Account { get; init; } = new();

    public List<GroupState> Groups { get; init; } = [];

    /// <summary>What was accepted for running meetings and is not done yet.</summary>
    public List<LiveOrder> LiveOrders { get; init; } = [];

    /// <summary>A setting that the API changes is told of by an event too; whether Zoom does so is not known.</summary>
    public bool TellsApiChanges { get; set; }

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

    /// <summary>Whose address in Team Chat it is.</summary>
    public ZoomUserState? WithJid(string? jid) => Users.Find(user => user.Jid == jid);

    public ZoomUserState? User(string idOrEmail) =>
        Users.Find(user => user.Id == idOrEmail || string.Equals(user.Email, idOrEmail, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whoever locks a setting for the user, the account before the groups; null where nobody does.</summary>
    public SharedSettings? LockOf(ZoomUserState user, string setting) =>
        Account.Locks.Contains(setting) ? Account : Groups.Find(group => group.Members.Contains(user.Id) && group.Locks.Contains(setting));

    /// <summary>What a user may record, with what is locked above.</summary>
    public RecordingRights RightsOf(ZoomUserState user) =>
        new(
            LockOf(user, SharedSettings.Local)?.LocalRecording ?? user.LocalRecording,
            LockOf(user, SharedSettings.Cloud)?.CloudRecording ?? user.CloudRecording,
            LockOf(user, SharedSettings.Auto)?.AutoRecording ?? user.AutoRecording
        );

    public MeetingState? Meeting(long id) => Meetings.Find(meeting => meeting.Id == id);
}
