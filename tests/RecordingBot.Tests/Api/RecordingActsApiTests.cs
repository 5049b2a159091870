using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Api;

/// <summary>The acts over HTTP: publication, extension, hold, deletion, under the same conditions as in the chat.</summary>
public sealed class RecordingActsApiTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Recently => house.Clock.GetUtcNow().AddDays(-1);

    [Fact]
    public async Task Publication_Wanted_IsWrittenDownOnceAndWakesTheRecording()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
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
        var recording = await house.RecordedAsync(RecordingState.Expected, Recently);
        using var teacher = await house.AsAsync("teacher");
        teacher.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");

        using var answer = await teacher.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Ingen fil har kommit än.", (await OpenHouse.JsonAsync(answer)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Publication_ByACourseAdmin_IsForbidden()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var admin = await house.AsAsync("course-admin");

        using var answer = await admin.PutAsync($"/api/v1/recordings/{recording}/publication", null, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await AuditsAsync(recording, "publication.wanted"));
    }

    [Fact]
    public async Task Publication_TakenBack_IsAllowedWhateverTheState()
    {
        var recording = await house.RecordedAsync(RecordingState.Published, Recently);
        using var teacher = await house.AsAsync("teacher-2");

        using var answer = await teacher.DeleteAsync($"/api/v1/recordings/{recording}/publication", Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, await AuditsAsync(recording, "publication.unwanted"));
    }

    [Fact]
    public async Task Extension_WithinTheCeiling_IsWrittenDownOnce()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
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
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
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
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
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
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await teacher.PostAsync($"/api/v1/recordings/{recording}/extension", content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await OpenHouse.JsonAsync(answer)).GetProperty("errors").EnumerateObject());
    }

    [Fact]
    public async Task Hold_ByTheDpo_StandsUntilTheSamePersonLiftsIt()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var dpo = await house.AsAsync("dpo");
        using var teacher = await house.AsAsync("teacher");
        var body = new { reason = "A dispute is open.", reviewOn = "2099-02-01" };

        using var held = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", body, Ct);
        var marks = (await OpenHouse.ReadRecordingAsync(teacher, recording)).GetProperty("marks");
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
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var dpo = await house.AsAsync("dpo");

        using var answer = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", new { reason, reviewOn }, Ct);

        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Hold_ByAService_IsForbidden()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
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
    public async Task Hold_WithItsKind_TellsIt()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var dpo = await house.AsAsync("dpo");
        var body = new
        {
            reason = "Somebody asked for it.",
            reviewOn = "2099-02-01",
            kind = "public-document",
        };

        using var held = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", body, Ct);
        using var unknown = await dpo.PutAsJsonAsync($"/api/v1/recordings/{recording}/hold", body with { kind = "whim" }, Ct);

        Assert.Equal("public-document", (await OpenHouse.JsonAsync(held)).GetProperty("hold").GetProperty("kind").GetString());
        Assert.True((await OpenHouse.JsonAsync(unknown)).GetProperty("errors").TryGetProperty("kind", out _));
    }

    [Fact]
    public async Task Question_AboutTheEnd_IsOneTaskForTheOfficer()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");
        using var dpo = await house.AsAsync("dpo");
        var address = $"/api/v1/recordings/{recording}/question";

        using var empty = await teacher.PostAsJsonAsync(address, new { question = " " }, Ct);
        using var asked = await teacher.PostAsJsonAsync(address, new { question = "May it stay until May?" }, Ct);
        using var again = await teacher.PostAsJsonAsync(address, new { question = "And another one?" }, Ct);
        using var byOfficer = await dpo.PostAsJsonAsync(address, new { question = "May I ask myself?" }, Ct);

        Assert.True((await OpenHouse.JsonAsync(empty)).GetProperty("errors").TryGetProperty("question", out _));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (asked.StatusCode, again.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, byOfficer.StatusCode);
        var subject = Subject.Recording(recording);
        var task = await house.RegistryAsync(registry =>
            registry.Tasks.SingleAsync(row => row.Subject == subject && row.Kind == TaskKind.EndQuestion, Ct)
        );
        Assert.Equal((Role.Dpo, 0), (task.Role, task.Attempts));
        Assert.Contains("May it stay until May?", task.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_OfAnothersRecording_IsForbiddenEvenToACoTeacher()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var other = await house.AsAsync("teacher-2");

        using var answer = await other.DeleteAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await AuditsAsync(recording, "deletion.asked"));
    }

    [Fact]
    public async Task Deletion_OfOnesOwn_IsAskedForOnce()
    {
        var recording = await house.RecordedAsync(RecordingState.Registered, Recently);
        using var teacher = await house.AsAsync("teacher");

        using var first = await teacher.DeleteAsync($"/api/v1/recordings/{recording}", Ct);
        using var second = await teacher.DeleteAsync($"/api/v1/recordings/{recording}", Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await AuditsAsync(recording, "deletion.asked"));
    }

    private Task<int> AuditsAsync(Guid recording, string action) =>
        house.RegistryAsync(registry =>
            registry.Audit.CountAsync(row => row.Subject == Subject.Recording(recording) && row.Action == action, Ct)
        );
}
