using RecordingBot.Meetings;
using ZoomConnector.TeamChat;

namespace RecordingBot.Hosting;

/// <summary>What this installation does in Zoom, and so what its apps have to be granted and told there (facts/zoom.md 2, 3 and 4).</summary>
public static class ZoomWork
{
    /// <summary>The door for Zoom's events.</summary>
    public const string Door = "/zoom/webhooks";

    /// <summary>The door for the chatbot's events.</summary>
    public const string ChatDoor = "/zoom/chat";

    /// <summary>The scopes that the chatbot's app needs, each with what it is for.</summary>
    public static IReadOnlyDictionary<string, string> ChatScopes { get; } =
        new SortedDictionary<string, string>(StringComparer.Ordinal) { [ZoomChatbot.Scope] = "talk with people in Team Chat" };

    /// <summary>The chatbot's events that the bot acts on. Zoom sends them to the app's own address, unasked: nothing is subscribed to.</summary>
    public static IReadOnlyCollection<string> ChatEvents { get; } =
    ["bot_installed", "bot_notification", "interactive_message_actions", "interactive_message_select", "app_deauthorized"];

    /// <summary>The events that the bot acts on; subscribe to just these.</summary>
    public static IReadOnlyCollection<string> Events { get; } =
    [
        "meeting.created",
        "meeting.updated",
        "meeting.deleted",
        "meeting.permanently_deleted",
        "meeting.started",
        "meeting.ended",
        "meeting.participant_joined",
        "meeting.participant_left",
        "meeting.participant_bind",
        "recording.started",
        "recording.paused",
        "recording.resumed",
        "recording.stopped",
        "recording.completed",
        "recording.transcript_completed",
        "recording.trashed",
        "recording.deleted",
        "recording.recovered",
        "recording.batch_trashed",
        "recording.batch_deleted",
        "recording.batch_recovered",
        "user.settings_updated",
        "group.settings_updated",
        "group.lock_settings_updated",
        "group.member_added",
        "group.member_deleted",
        "account.settings_updated",
        "account.lock_settings_updated",
    ];

    /// <summary>The scopes that the app needs with these settings, each with what it is for.</summary>
    public static IReadOnlyDictionary<string, string> Scopes(MeetingsOptions meetings)
    {
        var scopes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["user:read:user:admin"] = "know a host",
            ["user:read:list_users:admin"] = "find the hosts",
            ["meeting:read:meeting:admin"] = "read a meeting and find its chat",
            ["meeting:read:list_meetings:admin"] = "offer a host their meetings",
            ["meeting:read:past_meeting:admin"] = "know when a meeting was over",
            ["team_chat:write:user_message:admin"] = "post the notice in a meeting's chat",
            ["cloud_recording:read:list_user_recordings:admin"] = "find recordings in the cloud, in its trash too",
            ["cloud_recording:read:list_recording_files:admin"] = "see what a meeting left in the cloud",
            ["cloud_recording:delete:meeting_recording:admin"] = "delete a recording from the cloud",
            ["cloud_recording:delete:meeting_transcript:admin"] = "delete its transcript",
            ["meeting:delete:summary:admin"] = "delete its summary",
            ["user:read:settings:admin"] = "see whether a host may record",
            ["group:read:list_groups:admin"] = "find the groups that are governed",
            ["group:read:list_members:admin"] = "know who is in them",
            ["group:read:settings:admin"] = "see what a group says of recording",
            ["group:read:lock_settings:admin"] = "see what a group has locked",
            ["account:read:settings:admin"] = "see what the account says and has locked",
        };
        if (meetings.Observes)
            return scopes;
        scopes["user:update:settings:admin"] = "give and take the right to record";
        scopes["meeting:update:in_meeting_controls:admin"] = "stop a cloud recording that nobody approved";
        return scopes;
    }
}
