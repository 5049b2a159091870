using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using RecordingBot.Tests.Api;

namespace RecordingBot.Tests.Decisions;

/// <summary>Deciding over HTTP.</summary>
public sealed class DecisionsApiTests(OpenHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostDecision_AFinishedRequest_IsDecidedAndNotStored()
    {
        using var teacher = await house.AsAsync("teacher");
        using var json = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Cases", "lund-lecture-normal.json"), Ct)
        );

        using var answer = await teacher.PostAsJsonAsync("/api/v1/decisions", json.RootElement.GetProperty("request"), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var decision = await OpenHouse.JsonAsync(answer);
        Assert.Equal("approved", decision.GetProperty("outcome").GetString());
        Assert.False(decision.TryGetProperty("id", out _));
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{ "pack": "lund", "pack": "lund" }""", "$")]
    [InlineData("[1]", "$")]
    [InlineData(
        """{ "pack": "lund", "meeting": { "platform": "zoom", "startsAt": "2026-09-07T10:15:00+02:00", "endsAt": "2026-09-07T12:00:00+02:00", "kind": "party" } }""",
        "meeting.kind"
    )]
    public async Task PostDecision_WhatCannotBeRead_Is400WithThePathAsKey(string body, string path)
    {
        using var teacher = await house.AsAsync("teacher");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await teacher.PostAsync(new Uri("/api/v1/decisions", UriKind.Relative), content, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty(path, out _));
    }

    [Fact]
    public async Task PutDecision_ByItsHost_AnswersTheDecisionWithItsId()
    {
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.PutAsJsonAsync($"/api/v1/meetings/{await MeetingAsync()}/decision", Requests.Normal(), Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var decision = await OpenHouse.JsonAsync(answer);
        Assert.True(Guid.TryParse(decision.GetProperty("id").GetString(), out _));
        Assert.Equal("approved", decision.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task PutDecision_ByAServiceOrAnotherRole_IsForbidden()
    {
        var meeting = await MeetingAsync();
        using var service = house.Anonymous();
        service.DefaultRequestHeaders.Authorization = new("Bearer", OpenHouse.ServiceToken);
        using var dpo = await house.AsAsync("dpo");

        foreach (var caller in new[] { service, dpo })
        {
            using var answer = await caller.PutAsJsonAsync($"/api/v1/meetings/{meeting}/decision", Requests.Normal(), Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task PutDecision_ForAMeetingThatIsNotThere_Is404()
    {
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.PutAsJsonAsync($"/api/v1/meetings/{Guid.NewGuid()}/decision", Requests.Normal(), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task PutDecision_WhatIsNotTheBodysToSay_NamesItsPath()
    {
        using var teacher = await house.AsAsync("teacher");

        using var answer = await teacher.PutAsJsonAsync(
            $"/api/v1/meetings/{await MeetingAsync()}/decision",
            Requests.With("meeting", """{ "topic": "Another" }"""),
            Ct
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await OpenHouse.JsonAsync(answer)).GetProperty("errors").TryGetProperty("meeting.topic", out _));
    }

    private async Task<Guid> MeetingAsync()
    {
        var host = await house.PersonAsync("teacher");
        return await house.RegistryAsync(async registry =>
        {
            var now = house.Clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            registry.Meetings.Add(
                new()
                {
                    Id = id,
                    Platform = "zoom",
                    Topic = "Decided over HTTP",
                    StartsAt = now.AddDays(1),
                    EndsAt = now.AddDays(1).AddHours(2),
                    HostPersonId = host.Id,
                    CourseId = "101",
                    CreatedAt = now,
                }
            );
            await registry.SaveChangesAsync(Ct);
            return id;
        });
    }
}
