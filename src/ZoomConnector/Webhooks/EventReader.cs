using System.Text.Json;

namespace ZoomConnector.Webhooks;

/// <summary>From an event's name to its type.</summary>
internal static class EventReader
{
    private const string RecordingPrefix = "recording.";

    public static ZoomEvent Read(JsonElement root)
    {
        var envelope = EventEnvelope.Of(root);
        return envelope.Name switch
        {
            "endpoint.url_validation" when envelope.Payload.FilledText("plainToken") is { } token => new UrlValidationEvent(
                envelope,
                token
            ),
            "meeting.created" => new MeetingEvent(envelope, MeetingChange.Created),
            "meeting.updated" => new MeetingEvent(envelope, MeetingChange.Updated),
            "meeting.deleted" or "meeting.permanently_deleted" => new MeetingEvent(envelope, MeetingChange.Deleted),
            "meeting.started" => new MeetingEvent(envelope, MeetingChange.Started),
            "meeting.ended" => new MeetingEvent(envelope, MeetingChange.Ended),
            "meeting.participant_joined" => new ParticipantEvent(envelope, joined: true),
            "meeting.participant_left" => new ParticipantEvent(envelope, joined: false),
            "meeting.participant_bind" => new ParticipantBoundEvent(envelope),
            "user.settings_updated" => new SettingsEvent(envelope, ofUser: true),
            "group.settings_updated"
            or "group.lock_settings_updated"
            or "group.member_added"
            or "group.member_deleted"
            or "account.settings_updated"
            or "account.lock_settings_updated" => new SettingsEvent(envelope, ofUser: false),
            "bot_installed" => new ChatEvent(envelope, ChatEventKind.Installed),
            "bot_notification" => new ChatEvent(envelope, ChatEventKind.Said),
            "interactive_message_actions" or "interactive_message_select" => new ChatEvent(envelope, ChatEventKind.Chosen),
            "app_deauthorized" => new AppRemovedEvent(envelope),
            { } name when name.StartsWith(RecordingPrefix, StringComparison.Ordinal) => new RecordingEvent(
                envelope,
                ChangeOf(name[RecordingPrefix.Length..])
            ),
            _ => new UnknownEvent(envelope),
        };
    }

    private static RecordingChange ChangeOf(string name) =>
        name switch
        {
            "started" => RecordingChange.Started,
            "paused" => RecordingChange.Paused,
            "resumed" => RecordingChange.Resumed,
            "stopped" => RecordingChange.Stopped,
            "completed" => RecordingChange.Completed,
            "transcript_completed" => RecordingChange.TranscriptCompleted,
            "trashed" => RecordingChange.Trashed,
            "deleted" => RecordingChange.Deleted,
            "recovered" => RecordingChange.Recovered,
            "batch_trashed" => RecordingChange.BatchTrashed,
            "batch_deleted" => RecordingChange.BatchDeleted,
            "batch_recovered" => RecordingChange.BatchRecovered,
            _ => RecordingChange.Other,
        };
}
