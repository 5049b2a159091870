using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RecordingBot.Deletion.Guards;
using RecordingBot.Hosting;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Hosting;

/// <summary>What the operator watches: <c>/metrics</c> and <c>/health/ready</c>.</summary>
public sealed class OperatorDoorsTests() : CampusTests("--Api:Tokens:0:Role=operator", $"--Api:Tokens:0:Hash={KeyRing.Hash(Token)}")
{
    private const string Token = "a-scraper's-token";

    [Fact]
    public async Task Metrics_AskedOnThisMachine_SayHowThingsStand()
    {
        await Campus.PublishedAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddMinutes(5));

        var lines = (await (await GetAsync()).Content.ReadAsStringAsync(Ct)).Split('\n');

        Assert.Contains("# TYPE recordingbot_removals_total counter", lines);
        Assert.True(Figure(lines, "recordingbot_removals_total") > 1);
        Assert.Equal(6, Figure(lines, "recordingbot_warnings_accepted_total"));
        Assert.Equal(0, Figure(lines, "recordingbot_recordings_overdue"));
        Assert.Equal(0, Figure(lines, "recordingbot_guard_tripped"));
        Assert.InRange(Figure(lines, "recordingbot_reconciler_age_seconds"), 0, 600);
    }

    [Fact]
    public async Task Metrics_OpenTasks_AreCountedWithTheirAge()
    {
        await Campus.WithAsync(async services =>
        {
            var registrar = services.GetRequiredService<Registrar>();
            var registry = services.GetRequiredService<RegistryContext>();
            registry.Guards.Add(
                new()
                {
                    Id = Guid.CreateVersion7(),
                    Kind = GuardKind.Removals,
                    TrippedAt = Campus.Now,
                }
            );
            await registrar.OpenTaskAsync(TaskKind.GuardTripped, GuardKind.Subject(GuardKind.Removals), Role.Dpo, null, "", Ct);
            return await registry.SaveChangesAsync(Ct);
        });
        await Campus.AdvanceAsync(TimeSpan.FromHours(2));

        var lines = (await (await GetAsync()).Content.ReadAsStringAsync(Ct)).Split('\n');

        Assert.Equal(1, Figure(lines, "recordingbot_guard_tripped"));
        Assert.InRange(Figure(lines, "recordingbot_tasks_oldest_age_seconds"), 7200, 7800);
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    public async Task Metrics_AskedThroughAProxy_NeedTheOperatorsToken(string header)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync((header, "203.0.113.7"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync((header, "203.0.113.7"), ("Authorization", "Bearer " + Token))).StatusCode);
    }

    [Fact]
    public async Task Ready_WhenTheLastLookFailed_IsNot_UntilOneComesToItsEnd()
    {
        var (runs, work) = (Campus.Services.GetRequiredService<LastRuns>(), Campus.Services.GetRequiredService<Reconciler>());
        runs.Ended(work, new InvalidOperationException());
        Assert.Equal(HealthStatus.Unhealthy, await CheckAsync(runs));

        runs.Ended(work, fault: null);

        Assert.Equal(HealthStatus.Healthy, await CheckAsync(runs));
    }

    private static async Task<HealthStatus> CheckAsync(LastRuns runs) => (await new WorkHealth(runs).CheckHealthAsync(new(), Ct)).Status;

    private async Task<HttpResponseMessage> GetAsync(params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Campus.Address, "/metrics"));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request, Ct);
    }

    private static double Figure(string[] lines, string name) =>
        double.Parse(
            Assert.Single(lines, line => line.StartsWith(name + " ", StringComparison.Ordinal))[(name.Length + 1)..],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
