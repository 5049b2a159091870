using System.Text;
using System.Text.Json;
using ZoomConnector.Meetings;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Webhooks;

public sealed class ZoomEventTests
{
    [Theory]
    [InlineData("81234567890")]
    [InlineData("\"81234567890\"")]
    public void TryRead_MeetingStarted_TakesTheNumberAsNumberOrText(string id)
    {
        var read = Assert.IsType<MeetingEvent>(
            Read(
                $$"""
                {"event":"meeting.started","event_ts":1789000100000,"payload":{"account_id":"acEXAMPLE01","object":{"id":{{id}},
                 "uuid":"/4kFxEXAMPLE/9Q==","host_id":"hEXAMPLE","topic":"Biology 101","start_time":"2026-10-05T08:00:05Z","duration":90} } }
                """
            )
        );
        Assert.Equal(MeetingChange.Started, read.Change);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1789000100), read.OccurredAt);
        Assert.Equal("acEXAMPLE01", read.AccountId);
        Assert.Equal(
            new EventMeeting
            {
                Id = new MeetingId(81234567890),
                Uuid = new MeetingUuid("/4kFxEXAMPLE/9Q=="),
                HostId = "hEXAMPLE",
                Topic = "Biology 101",
                StartTime = new DateTimeOffset(2026, 10, 5, 8, 0, 5, TimeSpan.Zero),
                Duration = TimeSpan.FromMinutes(90),
                TrackingFields = read.Meeting.TrackingFields,
            },
            read.Meeting
        );
    }

    [Theory]
    [InlineData("user.settings_updated", "uEXAMPLE")]
    [InlineData("group.settings_updated", null)]
    [InlineData("group.lock_settings_updated", null)]
    [InlineData("group.member_added", null)]
    [InlineData("group.member_deleted", null)]
    [InlineData("account.settings_updated", null)]
    [InlineData("account.lock_settings_updated", null)]
    public void TryRead_Settings_TellsWhoseAndNothingElse(string name, string? user)
    {
        var read = Assert.IsType<SettingsEvent>(
            Read(
                $$"""
                {"event":"{{name}}","event_ts":1789000100000,"payload":{"account_id":"acEXAMPLE01","operator":"admin@example.edu","operator_id":"oEXAMPLE",
                 "object":{"id":"uEXAMPLE","settings":{"recording":{"local_recording":true} } },"old_object":{} } }
                """
            )
        );

        Assert.Equal(user, read.UserId);
    }

    [Fact]
    public void TryRead_MeetingCreated_TellsTrackingFields()
    {
        var read = Assert.IsType<MeetingEvent>(
            Read(
                """{"event":"meeting.created","payload":{"object":{"id":1,"tracking_fields":[{"field":"Canvas course","value":"101"},{},3]}}}"""
            )
        );
        Assert.Equal([new TrackingField("Canvas course", "101")], read.Meeting.TrackingFields);
    }

    [Theory]
    [InlineData("meeting.participant_joined", "join_time", true)]
    [InlineData("meeting.participant_left", "leave_time", false)]
    public void TryRead_Participant_TellsWhoAndWhen(string name, string time, bool joined)
    {
        var read = Assert.IsType<ParticipantEvent>(
            Read(
                $$"""
                {"event":"{{name}}","payload":{"object":{"id":"7","participant":{"user_id":"16778240","user_name":"Guest","id":"","email":"",
                 "participant_uuid":"P1","{{time}}":"2026-10-05T08:01:00Z"} } } }
                """
            )
        );
        Assert.Equal(joined, read.Joined);
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 8, 1, 0, TimeSpan.Zero), read.At);
        Assert.Equal(
            new EventParticipant
            {
                SessionId = "16778240",
                ParticipantUuid = "P1",
                Name = "Guest",
            },
            read.Participant
        );
    }

    [Fact]
    public void TryRead_ParticipantOnThePhone_TellsThatAndNotTheNumber()
    {
        var read = Assert.IsType<ParticipantEvent>(
            Read(
                """{"event":"meeting.participant_joined","payload":{"object":{"id":"7","participant":{"user_id":"1","phone_number":"+46461234567"} } } }"""
            )
        );
        Assert.True(read.Participant.ByPhone);
        Assert.DoesNotContain("4646", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ParticipantBound_TellsBothStays()
    {
        var read = Assert.IsType<ParticipantBoundEvent>(
            Read(
                """{"event":"meeting.participant_bind","payload":{"object":{"id":"7","participant":{"participant_uuid":"P1","bind_user_id":"16779264","bind_participant_uuid":"P2"} } } }"""
            )
        );
        Assert.Equal(("P1", "P2", "16779264"), (read.Participant.ParticipantUuid, read.OtherUuid, read.OtherSessionId));
    }

    [Theory]
    [InlineData("started", RecordingChange.Started)]
    [InlineData("stopped", RecordingChange.Stopped)]
    [InlineData("completed", RecordingChange.Completed)]
    [InlineData("transcript_completed", RecordingChange.TranscriptCompleted)]
    [InlineData("batch_trashed", RecordingChange.BatchTrashed)]
    [InlineData("batch_deleted", RecordingChange.BatchDeleted)]
    [InlineData("batch_recovered", RecordingChange.BatchRecovered)]
    [InlineData("renamed", RecordingChange.Other)]
    public void TryRead_Recording_TellsWhatHappened(string name, RecordingChange change)
    {
        var read = Assert.IsType<RecordingEvent>(
            Read(
                $$"""
                {"event":"recording.{{name}}","payload":{"object":{"id":81234567890,"uuid":"u","recording_file":
                 {"recording_start":"2026-10-05T08:03:10Z","recording_end":null} } } }
                """
            )
        );
        Assert.Equal(change, read.Change);
        Assert.Equal(new DateTimeOffset(2026, 10, 5, 8, 3, 10, TimeSpan.Zero), read.RecordingStart);
        Assert.Null(read.RecordingEnd);
    }

    [Fact]
    public void TryRead_RecordingCompleted_TellsItsFilesAndNotWhereToFetchThem()
    {
        var read = Assert.IsType<RecordingEvent>(
            Read(
                """
                {"event":"recording.completed","event_ts":1789000100000,"download_token":"secret","payload":{"account_id":"a","object":{
                 "id":81234567890,"uuid":"u/1==","host_id":"h","topic":"Biology","start_time":"2026-10-05T08:00:05Z","duration":90,
                 "password":"secret","share_url":"https://zoom.example/secret","recording_files":[{"id":"f1","meeting_id":"u/1==",
                 "file_type":"MP4","file_extension":"MP4","file_size":4000000000,"recording_type":"active_speaker","status":"completed",
                 "recording_start":"2026-10-05T08:03:10Z","recording_end":"2026-10-05T09:03:10Z","download_url":"https://zoom.example/secret"},
                 {"file_type":"TIMELINE"}],"participant_audio_files":[{"id":"f2","file_type":"M4A","file_name":"secret"}]} } }
                """
            )
        );
        Assert.Equal(["f1", null, "f2"], read.Files.Select(file => file.Id));
        Assert.Equal(
            ("MP4", 4_000_000_000, "active_speaker"),
            (read.Files[0].FileType, read.Files[0].FileSize, read.Files[0].RecordingType)
        );
        Assert.Equal([false, false, true], read.Files.Select(file => file.OfOneParticipant));
        Assert.Equal([new MeetingUuid("u/1==")], read.Instances);
        Assert.DoesNotContain(
            "secret",
            string.Join(' ', [read.ToString(), .. read.Files.Select(file => file.ToString())]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("batch_trashed", """{"operation":"trash_user_recordings","object":{"meeting_uuids":["u1","u2","u1",7,""]}}""")]
    [InlineData(
        "batch_deleted",
        """{"object":{"meetings":[{"meeting_uuid":"u1","recording_file_ids":["f"]},{"meeting_uuid":"u2"},{"meeting_uuid":5},3]}}"""
    )]
    public void TryRead_ManyRecordingsAtOnce_TellsEachInstance(string name, string payload)
    {
        var read = Assert.IsType<RecordingEvent>(Read($$"""{"event":"recording.{{name}}","payload":{{payload}}}"""));
        Assert.Equal([new MeetingUuid("u1"), new MeetingUuid("u2")], read.Instances);
    }

    [Fact]
    public void TryRead_UrlValidation_TellsTheChallenge() =>
        Assert.Equal(
            "uV3x",
            Assert.IsType<UrlValidationEvent>(Read("""{"event":"endpoint.url_validation","payload":{"plainToken":"uV3x"}}""")).PlainToken
        );

    [Fact]
    public void TryRead_UnknownEvent_IsKept()
    {
        var read = Assert.IsType<UnknownEvent>(Read("""{"event":"meeting.new_thing","payload":{"object":{"id":7},"x":[1]}}"""));
        Assert.Equal("meeting.new_thing", read.Name);
        Assert.Equal("""{"object":{"id":7},"x":[1]}""", read.Payload.GetRawText());
        Assert.Equal(new MeetingId(7), read.Meeting.Id);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"event":5,"payload":[]}""")]
    [InlineData("""{"event":"meeting.started"}""")]
    [InlineData("""{"event":"meeting.ended","event_ts":-1,"payload":{"object":null}}""")]
    [InlineData(
        """{"event":"meeting.ended","event_ts":999999999999999999,"payload":{"object":{"id":{},"uuid":"","duration":99999999999}}}"""
    )]
    [InlineData("""{"event":"meeting.participant_left","payload":{"object":{"participant":"x","tracking_fields":{}}}}""")]
    [InlineData("""{"event":"recording.started","payload":{"object":{"start_time":"yesterday","recording_file":7,"topic":"\ud800"}}}""")]
    [InlineData("""{"event":"endpoint.url_validation","payload":{}}""")]
    [InlineData("""{"event":"meeting.started","payload":{"object":{"id":-4,"uuid":9}}}""")]
    public void TryRead_FieldsMissingOrOdd_AreNull(string json)
    {
        var read = Read(json);
        var meeting = (read as MeetingEvent)?.Meeting ?? (read as UnknownEvent)?.Meeting ?? new EventMeeting();
        Assert.Null(read.OccurredAt);
        Assert.Null(meeting.Id);
        Assert.Null(meeting.Uuid);
        Assert.Null(meeting.Duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"event":"meeting.started",}""")]
    [InlineData("""{"event":"a","event":"b"}""")]
    [InlineData("""{"event":"a","payload":{"object":{"id":1,"id":2}}}""")]
    [InlineData("""{"\ud800":1,"\ud800":2}""")]
    [InlineData("""{"event":"a"} {"event":"b"}""")]
    public void TryRead_NotJsonOrDoubledKeys_IsRefused(string json) => Assert.False(ZoomEvent.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Fact]
    public void TryRead_NotUtf8_IsRefused() =>
        Assert.False(ZoomEvent.TryRead(new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, out _));

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(100_000, false)]
    public void TryRead_DeepJson_IsReadTo32Levels(int levels, bool readable)
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        Assert.Equal(readable, ZoomEvent.TryRead(Encoding.UTF8.GetBytes(json), out _));
    }

    [Fact]
    public void TryRead_UnknownEventWithoutPayload_HasNone() =>
        Assert.Equal(JsonValueKind.Undefined, Assert.IsType<UnknownEvent>(Read("""{"event":"x"}""")).Payload.ValueKind);

    private static ZoomEvent Read(string json)
    {
        Assert.True(ZoomEvent.TryRead(Encoding.UTF8.GetBytes(json), out var read));
        return read;
    }
}
