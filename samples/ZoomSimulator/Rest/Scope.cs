using System.Collections.Immutable;

namespace ZoomSimulator.Rest;

/// <summary>What a call needs to be granted (facts/zoom.md 3.2, 3.4, 4.3).</summary>
/// <param name="Name">Zoom's name, in its form for administrators.</param>
internal sealed record Scope(string Name)
{
    public static readonly Scope ReadUser = new("user:read:user:admin");
    public static readonly Scope ListUsers = new("user:read:list_users:admin");
    public static readonly Scope ReadSettings = new("user:read:settings:admin");
    public static readonly Scope UpdateSettings = new("user:update:settings:admin");
    public static readonly Scope ListGroups = new("group:read:list_groups:admin");
    public static readonly Scope ListMembers = new("group:read:list_members:admin");
    public static readonly Scope ReadGroupSettings = new("group:read:settings:admin");
    public static readonly Scope ReadGroupLocks = new("group:read:lock_settings:admin");
    public static readonly Scope ReadAccountSettings = new("account:read:settings:admin");
    public static readonly Scope ControlMeeting = new("meeting:update:in_meeting_controls:admin");
    public static readonly Scope ReadMeeting = new("meeting:read:meeting:admin");
    public static readonly Scope ListMeetings = new("meeting:read:list_meetings:admin");
    public static readonly Scope ReadPastMeeting = new("meeting:read:past_meeting:admin");
    public static readonly Scope ListRecordings = new("cloud_recording:read:list_user_recordings:admin");
    public static readonly Scope ReadRecording = new("cloud_recording:read:list_recording_files:admin");
    public static readonly Scope DeleteRecording = new("cloud_recording:delete:meeting_recording:admin");
    public static readonly Scope DeleteTranscript = new("cloud_recording:delete:meeting_transcript:admin");
    public static readonly Scope DeleteSummary = new("meeting:delete:summary:admin");
    public static readonly Scope WriteMessage = new("team_chat:write:user_message:admin");

    /// <summary>The chatbot's own, which no server-to-server app can have.</summary>
    public static readonly Scope Chatbot = new("imchat:bot");

    /// <summary>Those of the account's app.</summary>
    public static readonly ImmutableArray<string> All =
    [
        .. new[]
        {
            ReadUser,
            ListUsers,
            ReadSettings,
            UpdateSettings,
            ListGroups,
            ListMembers,
            ReadGroupSettings,
            ReadGroupLocks,
            ReadAccountSettings,
            ControlMeeting,
            ReadMeeting,
            ListMeetings,
            ReadPastMeeting,
            ListRecordings,
            ReadRecording,
            DeleteRecording,
            DeleteTranscript,
            DeleteSummary,
            WriteMessage,
        }.Select(scope => scope.Name),
    ];
}
