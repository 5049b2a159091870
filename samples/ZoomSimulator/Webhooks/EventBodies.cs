using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZoomSimulator.Rest;
using ZoomSimulator.State;

namespace ZoomSimulator.Webhooks;

/// <summary>Writes events as Zoom does (facts/zoom.md 2): the meeting's number is a number in some and text in others.</summary>
internal sealed partial class EventBodies(ZoomServerOptions options)
{
    // Zoom writes letters as they are, not as escapes: the bytes that are signed hold them.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Delivery Created(MeetingState meeting, ZoomUserState host)
    {
        var body = Meeting(meeting, meeting.StartsAt, JsonValue.Create(meeting.Id));
        body["join_url"] = $"https://campus.example.edu/j/{meeting.Id}";
        body["settings"] = new JsonObject { ["use_pmi"] = false, ["alternative_hosts"] = "" };
        body["tracking_fields"] = MeetingsApi.TrackingFields(meeting);
        var payload = Payload(body);
        payload["operator"] = host.Email;
        payload["operator_id"] = host.Id;
        return Event("meeting.created", payload);
    }

    public Delivery Started(MeetingState meeting) => Event("meeting.started", Payload(Held(meeting)));

    public Delivery Ended(MeetingState meeting, DateTimeOffset end)
    {
        var body = Held(meeting);
        body["end_time"] = ZoomTime.Text(end);
        return Event("meeting.ended", Payload(body));
    }

    public Delivery Joined(MeetingState meeting, PresentPerson person) =>
        Participant(meeting, person, "meeting.participant_joined", "join_time");

    public Delivery Left(MeetingState meeting, PresentPerson person) =>
        Participant(meeting, person, "meeting.participant_left", "leave_time");

    public Delivery Bound(MeetingState meeting, PresentPerson phone, PresentPerson computer)
    {
        var body = Held(meeting);
        body["participant"] = new JsonObject
        {
            ["user_id"] = phone.SessionId,
            ["user_name"] = phone.Name,
            ["participant_uuid"] = phone.ParticipantUuid,
            ["bind_user_id"] = computer.SessionId,
            ["bind_participant_uuid"] = computer.ParticipantUuid,
        };
        return Event("meeting.participant_bind", Payload(body));
    }

    /// <summary>What became of a cloud recording: <c>started</c>, <c>paused</c>, <c>resumed</c> or <c>stopped</c>. Zoom doesn't say who did it.</summary>
    public Delivery CloudRecording(MeetingState meeting, DateTimeOffset start, DateTimeOffset? end, string change)
    {
        var body = Meeting(meeting, meeting.Session!.StartedAt, JsonValue.Create(meeting.Id));
        body["recording_file"] = new JsonObject
        {
            ["recording_start"] = ZoomTime.Text(start),
            ["recording_end"] = end is { } moment ? ZoomTime.Text(moment) : null,
        };
        return Event("recording." + change, Payload(body));
    }

    /// <summary>A user's settings were changed.</summary>
    public Delivery UserSettings(string user, JsonObject recording) =>
        Settings(
            "user.settings_updated",
            new()
            {
                ["id"] = user,
                ["settings"] = new JsonObject { ["recording"] = recording },
            }
        );

    /// <summary>A group's settings or locks were changed.</summary>
    public Delivery GroupSettings(GroupState group, JsonObject recording, bool locks) =>
        Settings(
            locks ? "group.lock_settings_updated" : "group.settings_updated",
            new()
            {
                ["id"] = group.Id,
                ["name"] = group.Name,
                ["settings"] = new JsonObject { ["recording"] = recording },
            }
        );

    /// <summary>The account's settings or locks were changed.</summary>
    public Delivery AccountSettings(JsonObject recording, bool locks) =>
        Settings(
            locks ? "account.lock_settings_updated" : "account.settings_updated",
            new()
            {
                ["id"] = options.AccountId,
                ["settings"] = new JsonObject { ["recording"] = recording },
            }
        );

    /// <summary>Somebody came into a group or went out of it.</summary>
    public Delivery Member(GroupState group, ZoomUserState user, bool added) =>
        Settings(
            added ? "group.member_added" : "group.member_deleted",
            new()
            {
                ["id"] = group.Id,
                ["name"] = group.Name,
                ["member"] = new JsonObject { ["id"] = user.Id, ["email"] = user.Email },
            }
        );

    private Delivery Settings(string name, JsonObject body)
    {
        var payload = Payload(body);
        payload["operator"] = "admin@campus.example.edu";
        payload["operator_id"] = "zoom-admin";
        return Event(name, payload);
    }

    /// <summary>An event of a cloud recording.</summary>
    public Delivery Of(string name, JsonObject recording, string? downloadToken = null, string? operatorId = null)
    {
        var payload = Payload(recording);
        if (operatorId is not null)
            (payload["operator"], payload["operator_id"]) = ("host@campus.example.edu", operatorId);
        return Event(name, payload, downloadToken);
    }

    /// <summary>Somebody turned to the chatbot: camelCase, unlike every other event.</summary>
    /// <param name="name">The event.</param>
    /// <param name="user">Who.</param>
    /// <param name="more">What else it tells.</param>
    public Delivery Chatbot(string name, ZoomUserState user, JsonObject more)
    {
        var payload = new JsonObject
        {
            ["accountId"] = options.AccountId,
            ["robotJid"] = options.RobotJid,
            ["userId"] = user.Id,
            ["userJid"] = user.Jid,
            ["userName"] = user.DisplayName,
            ["timestamp"] = options.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["toJid"] = user.Jid,
            ["channelName"] = "",
            // Each act has one of its own: a button that is pressed twice is two events.
            ["triggerId"] = Guid.NewGuid().ToString("N"),
        };
        foreach (var (key, value) in more)
            payload[key] = value?.DeepClone();
        return Event(name, payload, toChatbot: true);
    }

    public Delivery UrlValidation(string plainToken) => Event("endpoint.url_validation", new JsonObject { ["plainToken"] = plainToken });

    private Delivery Participant(MeetingState meeting, PresentPerson person, string name, string time)
    {
        var body = Held(meeting);
        body["participant"] = new JsonObject
        {
            ["user_id"] = person.SessionId,
            ["user_name"] = person.Name,
            ["id"] = person.Guest ? "" : "zoom-" + person.SessionId,
            ["participant_uuid"] = person.ParticipantUuid,
            ["email"] = "",
            ["phone_number"] = person.Phone,
            [time] = ZoomTime.Text(options.Clock.GetUtcNow()),
        };
        return Event(name, Payload(body));
    }

    private JsonObject Held(MeetingState meeting) =>
        Meeting(meeting, meeting.Session!.StartedAt, JsonValue.Create(meeting.Id.ToString(null, null)));

    private JsonObject Meeting(MeetingState meeting, DateTimeOffset start, JsonValue id) =>
        new()
        {
            ["uuid"] = meeting.Uuid,
            ["id"] = id,
            ["host_id"] = meeting.HostId,
            ["topic"] = meeting.Topic,
            ["type"] = 2,
            ["start_time"] = ZoomTime.Text(start),
            ["timezone"] = options.TimeZone,
            ["duration"] = meeting.Minutes,
        };

    private JsonObject Payload(JsonObject body) => new() { ["account_id"] = options.AccountId, ["object"] = body };

    private Delivery Event(string name, JsonObject payload, string? downloadToken = null, bool toChatbot = false)
    {
        var now = options.Clock.GetUtcNow();
        var body = new JsonObject
        {
            ["event"] = name,
            ["event_ts"] = now.ToUnixTimeMilliseconds(),
            ["payload"] = payload,
        };
        if (downloadToken is not null)
            body["download_token"] = downloadToken;
        return new Delivery
        {
            Id = Guid.NewGuid().ToString("N"),
            Event = name,
            ToChatbot = toChatbot,
            Body = Plain(body.ToJsonString(Json)),
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>The encoder writes emoji and some others as escapes all the same; Zoom's own library signs what JavaScript would write.</summary>
    private static string Plain(string json) =>
        Escape()
            .Replace(
                json,
                escape =>
                    escape.Groups["code"].Success && Convert.ToUInt16(escape.Groups["code"].Value, 16) is var code and >= ' '
                        ? ((char)code).ToString()
                        : escape.Value
            );

    [GeneratedRegex(@"\\(?:\\|u(?<code>[0-9A-Fa-f]{4}))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
