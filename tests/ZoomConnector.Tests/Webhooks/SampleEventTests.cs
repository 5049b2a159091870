using System.Text;
using ZoomConnector.Meetings;
using ZoomConnector.Webhooks;

namespace ZoomConnector.Tests.Webhooks;

/// <summary>Every event in use, in the shape that Zoom has published, is read: <c>Samples/</c> holds one of each, with invented data.</summary>
public sealed class SampleEventTests
{
    private static readonly MeetingId Number = new(81234567890);

    private static readonly MeetingUuid Uuid = new("/4kFy+Campus//9Q==");

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Samples");

    [Fact]
    public void Samples_AllAreThere() => Assert.Equal(47, Names.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_Sample_HasItsNameAndAccount(string name)
    {
        var read = Read(name);

        Assert.Equal(name, read.Name);
        // The challenge has none.
        Assert.Equal(name == "endpoint.url_validation" ? null : "campus-account", read.AccountId);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryRead_MeetingSample_HasNumberAndInstanceWhetherNumberOrText(string name)
    {
        var meeting = Read(name) switch
        {
            MeetingEvent one => one.Meeting,
            ParticipantEvent one => one.Meeting,
            RecordingEvent { Change: > RecordingChange.Other and < RecordingChange.BatchTrashed } one => one.Meeting,
            _ => null,
        };

        if (meeting is null)
            return;
        Assert.Equal(Number, meeting.Id);
        // What is new is all that an update tells of.
        Assert.Equal(name == "meeting.updated" ? null : Uuid, meeting.Uuid);
    }

    [Theory]
    [InlineData("meeting.created", MeetingChange.Created)]
    [InlineData("meeting.updated", MeetingChange.Updated)]
    [InlineData("meeting.deleted", MeetingChange.Deleted)]
    [InlineData("meeting.permanently_deleted", MeetingChange.Deleted)]
    [InlineData("meeting.started", MeetingChange.Started)]
    [InlineData("meeting.ended", MeetingChange.Ended)]
    public void TryRead_MeetingSample_TellsWhatHappened(string name, MeetingChange change) =>
        Assert.Equal(change, Assert.IsType<MeetingEvent>(Read(name)).Change);

    [Theory]
    [InlineData("recording.started", RecordingChange.Started)]
    [InlineData("recording.paused", RecordingChange.Paused)]
    [InlineData("recording.resumed", RecordingChange.Resumed)]
    [InlineData("recording.stopped", RecordingChange.Stopped)]
    [InlineData("recording.completed", RecordingChange.Completed)]
    [InlineData("recording.transcript_completed", RecordingChange.TranscriptCompleted)]
    [InlineData("recording.trashed", RecordingChange.Trashed)]
    [InlineData("recording.deleted", RecordingChange.Deleted)]
    [InlineData("recording.recovered", RecordingChange.Recovered)]
    [InlineData("recording.batch_trashed", RecordingChange.BatchTrashed)]
    [InlineData("recording.batch_deleted", RecordingChange.BatchDeleted)]
    [InlineData("recording.batch_recovered", RecordingChange.BatchRecovered)]
    public void TryRead_RecordingSample_TellsWhatHappened(string name, RecordingChange change) =>
        Assert.Equal(change, Assert.IsType<RecordingEvent>(Read(name)).Change);

    [Theory]
    [InlineData("recording.completed")]
    [InlineData("recording.batch_trashed")]
    [InlineData("recording.batch_deleted")]
    [InlineData("recording.batch_recovered")]
    public void TryRead_RecordingSample_NamesTheInstanceFirst(string name) =>
        Assert.Equal(Uuid, Assert.IsType<RecordingEvent>(Read(name)).Instances[0]);

    [Fact]
    public void TryRead_SamplesOfGuestAndMember_TellThemApart()
    {
        var guest = Assert.IsType<ParticipantEvent>(Read("meeting.participant_joined"));
        var member = Assert.IsType<ParticipantEvent>(Read("meeting.participant_left"));

        Assert.Equal((null, "Gäst", true), (guest.Participant.UserId, guest.Participant.Name, guest.Joined));
        Assert.Equal(("zoom-student", false), (member.Participant.UserId, member.Joined));
    }

    [Fact]
    public void TryRead_SampleWithoutTime_HasNone() => Assert.Null(Read("bot_installed").OccurredAt);

    private static ZoomEvent Read(string name)
    {
        var body = Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        Assert.True(ZoomEvent.TryRead(body, out var read));
        return read;
    }
}
