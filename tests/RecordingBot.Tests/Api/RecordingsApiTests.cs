using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Api;

public sealed class RecordingsApiTests(OpenHouse house)
{
    private static readonly DateTimeOffset Long = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Recently => house.Clock.GetUtcNow().AddDays(-1);

    [Fact]
    public async Task Recording_Read_HasTheContractsFields()
    {
        var recording = await AddAsync(RecordingState.Published, Long);
        using var teacher = await house.AsAsync("teacher");

        var read = await ReadAsync(teacher, recording);

        Assert.Equal(
            [
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
        var recording = await AddAsync(RecordingState.Registered, Long);
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
        var recording = await AddAsync(RecordingState.Registered, Long, course: null);
        using var client = await house.AsAsync(account);

        using var answer = await client.GetAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Recordings_ReadPageByPage_AreEachThereOnce()
    {
        for (var i = 0; i < 5; i++)
            await AddAsync(RecordingState.Registered, Long, course: "55501");
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
        var early = await AddAsync(RecordingState.Registered, Long, course: "55502");
        await AddAsync(RecordingState.Registered, Long.AddDays(30), course: "55502");
        await AddAsync(RecordingState.Published, Long, course: "55502");
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
    public async Task Publication_Wanted_IsWrittenDownOnceAndWakesTheRecording()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");

        using var first = await teacher.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);
        using var second = await teacher.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        var row = await house.RegistryAsync(async registry => (await registry.Recordings.FindAsync([recording], Ct))!);
        Assert.True(row.PublicationWanted);
        Assert.NotEqual(0, row.Wakes);
        Assert.Equal(1, await AuditsAsync(recording, "publication.wanted"));
    }

    [Fact]
    public async Task Publication_WithoutAFile_IsRefusedWithItsReason()
    {
        var recording = await AddAsync(RecordingState.Expected, Recently);
        using var teacher = await house.AsAsync("teacher");
        teacher.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");

        using var answer = await teacher.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Ingen fil har kommit än.", (await OpenHouse.JsonAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Publication_ByACourseAdmin_IsForbidden()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var admin = await house.AsAsync("course-admin");

        using var answer = await admin.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await AuditsAsync(recording, "publication.wanted"));
    }

    [Fact]
    public async Task Publication_TakenBack_IsAllowedWhateverTheState()
    {
        var recording = await AddAsync(RecordingState.Published, Recently);
        using var teacher = await house.AsAsync("teacher-2");

        using var answer = await teacher.DeleteAsync($"/api/v1/recordings/{recording}/publication", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, await AuditsAsync(recording, "publication.unwanted"));
    }

    [Fact]
    public async Task Extension_WithinTheCeiling_IsWrittenDownOnce()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");
        var body = new { until = $"{Recently.AddDays(200):yyyy-MM-dd}", reason = "A resit follows in spring." };

        using var first = await teacher.PostAsJsonAsync($"/api/v1/recordings/{recording}/extension", body, Ct);
        using var second = await teacher.PostAsJsonAsync($"/api/v1/recordings/{recording}/extension", body, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await AuditsAsync(recording, "expiry.extended"));
    }

    [Theory]
    [InlineData("P3Y", "until")]
    [InlineData("2020-01-01", "until")]
    [InlineData("2099-01-01", "until")]
    [InlineData(null, "until")]
    public async Task Extension_OutsideWhatIsAllowed_IsRefusedByName(string? until, string field)
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.PostAsJsonAsync(
            $"/api/v1/recordings/{recording}/extension",
            new { until, reason = "Because." },
            Ct
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Ask anna.andersson@campus.example.edu")]
    public async Task Extension_WithoutAReasonOrWithANameInIt_IsRefused(string reason)
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.PostAsJsonAsync(
            $"/api/v1/recordings/{recording}/extension",
            new { until = $"{Recently.AddDays(200):yyyy-MM-dd}", reason },
            Ct
        );

        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty("reason", out _));
    }

    [Theory]
    [InlineData("""{"until":"2027-01-01","until":"2027-01-02","reason":"x"}""")]
    [InlineData("""{"until":"2027-01-01","reason":"x","forever":true}""")]
    [InlineData("""{"until":"2027-01-01" """)]
    [InlineData("null")]
    [InlineData("")]
    public async Task Extension_UnreadableBody_IsABadRequest(string body)
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await teacher.PostAsync($"/api/v1/recordings/{recording}/extension", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await OpenHouse.JsonAsync(answer)).GetProperty("errors").EnumerateObject());
    }

    [Fact]
    public async Task Hold_ByTheDpo_StandsUntilTheSamePersonLiftsIt()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var dpo = await house.AsAsync("dpo");
        using var teacher = await house.AsAsync("teacher");
        var body = new { reason = "A dispute is open.", reviewOn = "2099-02-01" };

        using var held = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", body, Ct);
        var marks = (await ReadAsync(teacher, recording)).GetProperty("marks");
        using var deletion = await teacher.DeleteAsync($"/api/v1/recordings/{recording}", Ct);
        using var byTeacher = await teacher.DeleteAsync($"/api/v1/recordings/{recording}/hold", Ct);
        using var lifted = await dpo.DeleteAsync($"/api/v1/recordings/{recording}/hold", Ct);

        Assert.Equal(HttpStatusCode.OK, held.StatusCode);
        Assert.Equal(["held"], marks.EnumerateArray().Select(mark => mark.GetString()));
        Assert.Equal(HttpStatusCode.Conflict, deletion.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, byTeacher.StatusCode);
        Assert.Equal(HttpStatusCode.OK, lifted.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await OpenHouse.JsonAsync(lifted)).GetProperty("hold").ValueKind);
    }

    [Theory]
    [InlineData("A dispute is open.", "2020-02-01", "reviewOn")]
    [InlineData("A dispute is open.", "tomorrow", "reviewOn")]
    [InlineData(" ", "2099-02-01", "reason")]
    public async Task Hold_WithoutReasonOrReview_IsRefusedByName(string reason, string reviewOn, string field)
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var dpo = await house.AsAsync("dpo");

        using var answer = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", new { reason, reviewOn }, Ct);

        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Hold_ByAService_IsForbidden()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var service = house.Anonymous();
        service.DefaultRequestHeaders.Authorization = new("Bearer", OpenHouse.ServiceToken);

        using var answer = await service.PutAsJsonAsync(
            $"/api/v1/recordings/{recording}/hold",
            new { reason = "x", reviewOn = "2099-02-01" },
            Ct
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Deletion_OfAnothersRecording_IsForbiddenEvenToACoTeacher()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var other = await house.AsAsync("teacher-2");

        using var answer = await other.DeleteAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await AuditsAsync(recording, "deletion.asked"));
    }

    [Fact]
    public async Task Deletion_OfOnesOwn_IsAskedForOnce()
    {
        var recording = await AddAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");

        using var first = await teacher.DeleteAsync($"/api/v1/recordings/{recording}", Ct);
        using var second = await teacher.DeleteAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await AuditsAsync(recording, "deletion.asked"));
    }

    [Fact]
    public async Task Receipts_OfADeletedRecording_SayWhatWentAndUnderWhichAuthority()
    {
        var recording = await AddAsync(RecordingState.Deleted, Long);
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
            ],
            receipts[0].EnumerateObject().Select(field => field.Name)
        );
        Assert.Equal("2026/17", receipts[0].GetProperty("authority").GetProperty("reference").GetString());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(teacher, recording)).GetProperty("nextStep").ValueKind);
    }

    [Fact]
    [Trait("Rule", "log.access")]
    public async Task Recording_LookedAt_LeavesALineInTheAccessLog()
    {
        var recording = await AddAsync(RecordingState.Registered, Long);
        using var student = await house.AsAsync("student");

        using var answer = await student.GetAsync($"/api/v1/recordings/{recording}", Ct);

        var person = await house.PersonAsync("student");
        var lines = await house.RegistryAsync(async registry =>
            await registry.Accesses.Where(row => row.Subject == recording.ToString()).ToListAsync(Ct)
        );
        var line = Assert.Single(lines);
        Assert.Equal((Subject.Person(person.Id), 404, "GET /api/v1/recordings/{id:guid}"), (line.Actor, line.Status, line.Route));
    }

    private async Task<Guid> AddAsync(RecordingState state, DateTimeOffset recordedAt, string? course = Sample.Course)
    {
        var teacher = await house.PersonAsync("teacher");
        return (await house.RegistryAsync(registry => Sample.RecordAsync(registry, teacher, state, recordedAt, course: course))).Id;
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, Guid recording)
    {
        using var answer = await client.GetAsync($"/api/v1/recordings/{recording}", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await OpenHouse.JsonAsync(answer);
    }

    private Task<int> AuditsAsync(Guid recording, string action) =>
        house.RegistryAsync(registry =>
            registry.Audit.CountAsync(row => row.Subject == Subject.Recording(recording) && row.Action == action, Ct)
        );
}
