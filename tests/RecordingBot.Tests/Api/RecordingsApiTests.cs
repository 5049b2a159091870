using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Api;

public sealed class RecordingsApiTests(OpenHouse house)
{
    private static readonly DateTimeOffset Long = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recording_Read_HasTheContractsFields()
    {
        var recording = await house.RecordedAsync(RecordingState.Published, Long);
        using var teacher = await house.AsAsync("teacher");

        var read = await OpenHouse.ReadRecordingAsync(teacher, recording);

        Assert.Equal(
            [
                "alsoIn",
                "courseId",
                "ends",
                "hold",
                "id",
                "marks",
                "meetingId",
                "nextStep",
                "parts",
                "progress",
                "publication",
                "recorder",
                "source",
                "state",
                "topic",
                "warnings",
            ],
            read.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal("published", read.GetProperty("state").GetString());
        var part = read.GetProperty("parts")[0];
        Assert.Equal(["id", "kind", "name", "size", "sha256", "duration", "copies"], part.EnumerateObject().Select(field => field.Name));
        Assert.Equal("PT1H43M", part.GetProperty("duration").GetString());
        Assert.Equal(
            ["canvas", "recorder-computer"],
            part.GetProperty("copies").EnumerateArray().Select(copy => copy.GetProperty("place").GetString())
        );
        Assert.Equal(
            ["canvasFileId", "moduleItemId", "lockAt", "visible"],
            read.GetProperty("publication").EnumerateObject().Select(field => field.Name)
        );
        var ends = read.GetProperty("ends");
        Assert.Equal("course-lifetime", ends.GetProperty("plan").GetString());
        Assert.Equal("course-closes", ends.GetProperty("reason").GetString());
        Assert.NotEqual(ends.GetProperty("why").GetProperty("sv").GetString(), ends.GetProperty("why").GetProperty("en").GetString());
        Assert.Equal("nothing-until", read.GetProperty("nextStep").GetProperty("step").GetString());
    }

    [Theory]
    [InlineData("teacher", HttpStatusCode.OK)]
    [InlineData("teacher-2", HttpStatusCode.OK)] // teaches course 101 too
    [InlineData("course-admin", HttpStatusCode.OK)]
    [InlineData("dpo", HttpStatusCode.OK)]
    [InlineData("student", HttpStatusCode.NotFound)]
    public async Task Recording_OfACourse_IsThereForThoseItConcerns(string account, HttpStatusCode expected)
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Long);
        using var client = await house.AsAsync(account);

        using var answer = await client.GetAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("teacher", HttpStatusCode.OK)]
    [InlineData("teacher-2", HttpStatusCode.NotFound)]
    [InlineData("course-admin", HttpStatusCode.NotFound)]
    public async Task Recording_WithoutACourse_IsItsRecordersAlone(string account, HttpStatusCode expected)
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Long, course: null);
        using var client = await house.AsAsync(account);

        using var answer = await client.GetAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Recordings_ReadPageByPage_AreEachThereOnce()
    {
        for (var i = 0; i < 5; i++)
            await house.RecordedAsync(RecordingState.Registered, Long, course: "55501");
        using var dpo = await house.AsAsync("dpo");
        var (seen, pages, next) = (new List<string>(), 0, "/api/v1/recordings?course=55501&limit=2");

        while (next is not null)
        {
            var page = await OpenHouse.JsonAsync(await dpo.GetAsync(next, Ct));
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 2);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString() is { } cursor ? "/api/v1/recordings?course=55501&limit=2&cursor=" + cursor : null;
            pages++;
        }

        Assert.Equal((5, 3), (seen.Distinct(StringComparer.Ordinal).Count(), pages));
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task Recordings_Asked_ByStateAndEnd_AreNarrowed()
    {
        var early = await house.RecordedAsync(RecordingState.Registered, Long, course: "55502");
        await house.RecordedAsync(RecordingState.Registered, Long.AddDays(30), course: "55502");
        await house.RecordedAsync(RecordingState.Published, Long, course: "55502");
        using var dpo = await house.AsAsync("dpo");
        var before = Uri.EscapeDataString(Long.AddDays(81).ToString("yyyy-MM-ddTHH:mm:sszzz"));

        var page = await OpenHouse.JsonAsync(
            await dpo.GetAsync($"/api/v1/recordings?course=55502&state=registered&endsBefore={before}", Ct)
        );

        Assert.Equal([early.ToString()], page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("state=Published", "state")]
    [InlineData("state=gone", "state")]
    [InlineData("endsBefore=2026-09-07", "endsBefore")]
    [InlineData("endsBefore=2026-09-07T10:00:00", "endsBefore")]
    [InlineData("endsBefore=2026-09-07T10:00:00%2B2", "endsBefore")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("course=1&course=2", "course")]
    public async Task Recordings_AskedWrongly_AreRefusedByName(string query, string field)
    {
        using var dpo = await house.AsAsync("dpo");

        using var answer = await dpo.GetAsync("/api/v1/recordings?" + query, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Receipts_OfADeletedRecording_SayWhatWentAndUnderWhichAuthority()
    {
        var recording = await house.RecordedAsync(RecordingState.Deleted, Long);
        using var teacher = await house.AsAsync("teacher");

        var receipts = await OpenHouse.JsonAsync(await teacher.GetAsync($"/api/v1/recordings/{recording}/receipts", Ct));

        Assert.Equal(2, receipts.GetArrayLength());
        Assert.Equal(
            [
                "id",
                "part",
                "copy",
                "place",
                "sha256",
                "size",
                "orderedAt",
                "goneAt",
                "plan",
                "authority",
                "evidence",
                "residues",
                "signature",
                "format",
                "recording",
                "order",
                "reason",
                "edition",
                "checkedBy",
                "publicKey",
            ],
            receipts[0].EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal("2026/17", receipts[0].GetProperty("authority").GetProperty("reference").GetString());
        Assert.Equal(JsonValueKind.Null, (await OpenHouse.ReadRecordingAsync(teacher, recording)).GetProperty("nextStep").ValueKind);
    }

    [Fact]
    [Trait("Rule", "log.access")]
    public async Task Recording_LookedAt_LeavesALineInTheAccessLog()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Long);
        using var student = await house.AsAsync("student");

        using var answer = await student.GetAsync($"/api/v1/recordings/{recording}", Ct);

        var person = await house.PersonAsync("student");
        var lines = await house.RegistryAsync(async registry =>
            await registry.Accesses.Where(row => row.Subject == recording.ToString()).ToListAsync(Ct)
        );
        var line = Assert.Single(lines);
        Assert.Equal((Subject.Person(person.Id), 404, "GET /api/v1/recordings/{id:guid}"), (line.Actor, line.Status, line.Route));
    }
}
