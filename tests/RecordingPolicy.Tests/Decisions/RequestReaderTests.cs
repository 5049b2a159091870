using System.Text.Json.Nodes;
using RecordingPolicy.Decisions;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Tests.Decisions;

public sealed class RequestReaderTests
{
    [Fact]
    public void Request_WithOnlyWhatIsRequired_IsReadAsUnanswered()
    {
        var reading = Json.Read(
            """{"pack":"lund","meeting":{"platform":"zoom","startsAt":"2026-09-07T10:15Z","endsAt":"2026-09-07T12:00:00.5Z"}}"""
        );

        Assert.True(reading.IsReadable);
        Assert.Null(reading.Request.Meeting.Kind);
        Assert.Null(reading.Request.LegalBasis.Kind);
        Assert.Null(reading.Request.Storage);
        Assert.Null(reading.Request.Approvals.Dpo);
        Assert.Equal(AudienceGroups.None, reading.Request.Audience.Groups);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("\"lund\"")]
    public void Request_ThatIsNoObject_IsAnErrorOfTheWhole(string json) => Assert.Equal("$", Json.Read(json).Errors[0].Path);

    [Fact]
    public void Request_Null_IsMissingWhatIsRequired() =>
        Assert.Equal(["meeting.endsAt", "meeting.platform", "meeting.startsAt", "pack"], Paths(Json.Read("null")));

    [Fact]
    public void Field_StandingTwice_IsAnError()
    {
        var json = Json.Lecture()
            .ToJsonString()
            .Replace("\"caseRecord\":false", "\"caseRecord\":false,\"caseRecord\":true", StringComparison.Ordinal);

        Assert.Equal(["caseRecord"], Paths(Json.Read(json)));
    }

    [Fact]
    public void Text_WithHalfACharacter_IsAnError()
    {
        var json = Json.Lecture(("purpose.text", "HERE")).ToJsonString().Replace("HERE", @"\ud800", StringComparison.Ordinal);

        Assert.Equal(["purpose.text"], Paths(Json.Read(json)));
    }

    [Fact]
    public void Texts_WithSpacesAround_AreTrimmedEverywhere()
    {
        var request = Json.Request(
            ("meeting.kind", " teaching "),
            ("meeting.course.id", " 4711\t"),
            ("purpose.text", "  To repeat the derivations.  ")
        );

        Assert.Equal(MeetingKind.Teaching, request.Meeting.Kind);
        Assert.Equal("4711", request.Meeting.Course?.Id);
        Assert.Equal("To repeat the derivations.", request.Purpose.Text);
    }

    [Fact]
    public void Pack_OtherThanAskedFor_IsAContradiction()
    {
        Assert.Equal(["pack"], Paths(Json.Read(Json.Lecture(), pack: "base")));
        Assert.True(Json.Read(Json.Lecture(), pack: "lund").IsReadable);
    }

    [Fact]
    public void Error_OfUnknownValue_SaysWhatTheFieldTakesAndNotWhatWasWritten()
    {
        var error = Assert.Single(Json.Read(Json.Lecture(("meeting.kind", "lesson-with-karin"))).Errors);

        Assert.Contains("authority-exercise", error.Message.En, StringComparison.Ordinal);
        Assert.Contains("authority-exercise", error.Message.Sv, StringComparison.Ordinal);
        Assert.DoesNotContain("karin", error.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_InManyPlaces_AreNamedAtOnce()
    {
        var reading = Json.Read(
            Json.Lecture(
                ("pack", "nowhere"),
                ("meeting.kind", "lesson"),
                ("caseRecord", 1),
                ("purpose.why", "x"),
                ("storage.country", "SWE")
            )
        );

        Assert.Equal(["caseRecord", "meeting.kind", "pack", "purpose.why", "storage.country"], Paths(reading));
        Assert.False(reading.IsReadable);
    }

    [Fact]
    public void AudienceGroups_NamedTwice_AreASet() =>
        Assert.Equal(
            AudienceGroups.Students | AudienceGroups.External,
            Json.Request(("audience.groups", new JsonArray("external", "students", "external"))).Audience.Groups
        );

    [Fact]
    public void Requests_WithTheSameFacts_AreEqual()
    {
        Assert.Equal(Json.Request(), Json.Request());
        Assert.NotEqual(Json.Request(), Json.Request(("audience.groups", new JsonArray("external"))));
    }

    [Theory]
    [MemberData(nameof(CasesTests.Names), MemberType = typeof(CasesTests))]
    public void Request_WrittenAndReadAgain_IsTheSame(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Cases", name + ".json");
        var first = Json.Read(JsonNode.Parse(File.ReadAllText(file))!["request"]!.AsObject());
        if (!first.IsReadable)
        {
            Assert.NotEmpty(first.Errors);
            return;
        }

        var second = Json.Read(RequestJson.ToJson(first.Request));

        Assert.Equal(first.Request, second.Request);
    }

    private static string[] Paths(RequestReading reading) =>
        [.. reading.Errors.Select(error => error.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
