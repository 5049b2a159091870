using RecordingBot.Registry;
using RecordingBot.Tests.Support;
using RecordingPolicy.Expiry;

namespace RecordingBot.Tests.Registry;

/// <summary>A lecture's life on PostgreSQL, with the bot ended and started again on the way.</summary>
public sealed class PostgresLifeTests() : CampusTests(onPostgres: true)
{
    [Fact]
    public async Task Life_OnPostgres_IsLivedToItsEnd()
    {
        var id = await Campus.PublishedAsync();
        await Campus.RestartBotAsync();
        var end = await Campus.Canvas.EndsAtAsync();
        await Campus.MoveToAsync(end.AddDays(-7).AddMinutes(1));
        await Campus.RestartBotAsync();
        await Campus.MoveToAsync(end.AddMinutes(5));

        var recording = await Campus.RecordingAsync(id);
        Assert.Equal(RecordingState.Deleted, recording.State);
        Assert.Equal(recording.Parts.Sum(part => part.Copies.Count), recording.Receipts.Count);
        Assert.Empty(await Campus.TasksAsync(TaskKind.StepFails));
        Assert.Contains("recordingbot_removals_total", await MetricsAsync(), StringComparison.Ordinal);
    }

    private async Task<string> MetricsAsync()
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(Campus.Address, "/metrics"), Ct);
    }
}
