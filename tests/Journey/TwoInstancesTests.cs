using System.Globalization;
using System.Text.Json;
using Journey.Faults;
using KillPoints;
using Npgsql;
using RecordingBot.Tests.Support;

namespace Journey;

/// <summary>
/// Two bots on one PostgreSQL, as an installation on two machines. One is killed, one stands still for longer than its lease, the database goes away and
/// comes back, each in the middle of a step: the other goes on, nothing is done twice, nothing is lost.
/// </summary>
public sealed class TwoInstancesTests : IAsyncLifetime
{
    /// <summary>Three of the reconciler's runs.</summary>
    private static readonly TimeSpan ThreeRuns = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private CampusProcess? campus;
    private PostgresServer? postgres;
    private BotProcess[] bots = [];
    private Doors? doors;
    private string registry = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Doors Doors => doors!;

    public async ValueTask InitializeAsync()
    {
        postgres = await PostgresServer.StartNewAsync();
        registry = await postgres.CreateDatabaseAsync();
        campus = await CampusProcess.StartAsync("two-campus", Ct, "--only", "canvas,zoom");
        bots = [NewBot("one", null), NewBot("two", Place.FreePort())];
        doors = new(bots[0].Address, campus.Canvas!, campus.Zoom!, campus.Control!);
        // Both make the tables, one after the other.
        await Task.WhenAll(bots.Select(bot => bot.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        doors?.Dispose();
        foreach (var bot in bots)
            await bot.DisposeAsync();
        if (campus is not null)
            await campus.DisposeAsync();
        if (postgres is not null)
            await postgres.DisposeAsync();
    }

    [Fact]
    [Trait("Category", "KillPoints")]
    public async Task Lecture_OneKilledOnePausedDatabaseAway_LivesAsIfNothingHadHappened()
    {
        var lecture = await Lecture.RecordedAsync(Doors, Path.Combine(campus!.Folder, "zoom-recordings"));
        await lecture.AskToPublishAsync();
        await lecture.AssertPublishedOnceAsync();

        var killed = await KilledAsync(lecture);
        var paused = await PausedAsync(lecture);
        var away = await DatabaseAwayAsync(lecture);

        await lecture.AssertDeletedAsync();
        Assert.Single(await lecture.CanvasFilesAsync("deleted"));
        Assert.Equal(
            0,
            await CountAsync(
                """SELECT COUNT(*) FROM (SELECT 1 FROM "Warnings" GROUP BY "RecordingId", "EndsAt", "BeforeSeconds", "PersonId", "CanvasUserId" HAVING COUNT(*) > 1) twice"""
            )
        );
        new KillReport(Place.Root, "two instances", "PostgreSQL").CountKills(
            1,
            0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"one goes on {killed.TotalSeconds:F1} s after the other's kill, {paused.TotalSeconds:F1} s after the lease of one that stands still, {away.TotalSeconds:F1} s after the database is back; done twice: 0, lost: 0"
            )
        );
    }

    /// <summary>Killed in the middle of a warning: the other gives it, once.</summary>
    private async Task<TimeSpan> KilledAsync(Lecture lecture)
    {
        var moved = await InTheMiddleOfWarningAsync(lecture, 29);
        var worker = await WorkerAsync(lecture);
        await worker.KillAsync();
        var took = await UntilWarnedAsync(lecture, 1, worker, ThreeRuns);
        await moved;
        await worker.StartAsync();
        return took;
    }

    /// <summary>Stands still in the middle of a warning: the other gives it, and when the first goes on it notices.</summary>
    private async Task<TimeSpan> PausedAsync(Lecture lecture)
    {
        var moved = await InTheMiddleOfWarningAsync(lecture, 6);
        var worker = await WorkerAsync(lecture);
        worker.Pause();
        var took = await UntilWarnedAsync(lecture, 2, worker, Lease + ThreeRuns);
        worker.Resume();
        await moved;
        await Task.Delay(TimeSpan.FromSeconds(15), Ct);
        Assert.Equal(2, await WarnedAsync(lecture, worker));
        return took > Lease ? took - Lease : TimeSpan.Zero;
    }

    /// <summary>The database stops in the middle of a removal, and is back after a while.</summary>
    private async Task<TimeSpan> DatabaseAwayAsync(Lecture lecture)
    {
        await SlowCanvasAsync("slow", "DELETE", "/files/[0-9]+$");
        var moved = Doors.MoveToAsync(lecture.ClosesAt.AddMinutes(1));
        await Doors.UntilStruckAsync();
        await postgres!.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(10), Ct);
        foreach (var bot in bots)
            await SaysWhatItKnowsAsync(bot);
        await postgres.StartAsync();
        await Record.ExceptionAsync(() => moved);
        foreach (var bot in bots)
            await Doors.UntilAsync("the bots to be ready again", bot.IsReadyAsync);
        var began = TimeProvider.System.GetTimestamp();
        // Campus's clock stands where it was moved to: what a fault has put off comes by itself.
        await Doors.UntilAsync(
            "the recording to be gone",
            async () => await CountAsync("""SELECT COUNT(*) FROM "Recordings" WHERE "State" = 'Deleted'""") == 1
        );
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.InRange(took, TimeSpan.Zero, ThreeRuns);
        return took;
    }

    /// <summary>Whoever watches still hears how the instance itself does; what only the database knows is left out.</summary>
    private static async Task SaysWhatItKnowsAsync(BotProcess bot)
    {
        using var http = new HttpClient();
        var figures = await http.GetStringAsync(new Uri(bot.Address, "/metrics"), Ct);
        Assert.Contains("\nrecordingbot_reconciler_age_seconds ", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("\nrecordingbot_recordings_due ", figures, StringComparison.Ordinal);
    }

    /// <summary>Whom to warn is asked just then, and of nobody else: that call is held open.</summary>
    private async Task<Task> InTheMiddleOfWarningAsync(Lecture lecture, double daysBefore)
    {
        await SlowCanvasAsync("slow", "GET", $"/courses/{lecture.Course}/enrollments$");
        var moved = Doors.MoveToAsync(lecture.ClosesAt.AddDays(-daysBefore));
        await Doors.UntilStruckAsync();
        return Record.ExceptionAsync(() => moved).AsTask();
    }

    /// <summary>The bot in whose hands the recording is.</summary>
    private async Task<BotProcess> WorkerAsync(Lecture lecture)
    {
        await using var connection = await OpenAsync();
        await using var ask = new NpgsqlCommand("""SELECT "LeaseOwner" FROM "Recordings" WHERE "Id" = @id""", connection);
        ask.Parameters.AddWithValue("id", Guid.Parse(lecture.RecordingId));
        var owner = (string)(await ask.ExecuteScalarAsync(Ct))!;
        return Assert.Single(bots, bot => bot.Says(owner));
    }

    private async Task<TimeSpan> UntilWarnedAsync(Lecture lecture, int times, BotProcess gone, TimeSpan most)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await WarnedAsync(lecture, gone) < times)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < most, $"Nobody has warned within {most}.");
            await Task.Delay(500, Ct);
        }
        return TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>How many warnings were given, as the bot tells that is there.</summary>
    private async Task<int> WarnedAsync(Lecture lecture, BotProcess gone)
    {
        using var other = new Doors(bots.First(bot => bot != gone).Address, campus!.Canvas!, campus.Zoom!, campus.Control!);
        var recording = await other.ApiAsync("teacher", $"GET /recordings/{lecture.RecordingId}");
        return recording
            .GetProperty("warnings")
            .EnumerateArray()
            .Count(one => one.GetProperty("acceptedAt").ValueKind is not JsonValueKind.Null);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        return (long)(await ask.ExecuteScalarAsync(Ct))!;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(registry + ";Pooling=false");
        await connection.OpenAsync(Ct);
        return connection;
    }

    private BotProcess NewBot(string name, int? port) =>
        new(
            campus!,
            $"two-{name}",
            Path.Combine(campus!.Folder, name),
            port,
            $"--Registry:ConnectionString={registry}",
            // The teacher's computer is the first one's: an agent belongs to one instance.
            port is null
                ? "--Agent:DeviceId=one"
                : "--Agent:DeviceId=two",
            port is null
                ? "--Agent:Owner=teacher"
                : $"--Agent:Folders:0={Directory.CreateDirectory(Path.Combine(campus.Folder, name, "none")).FullName}"
        );

    private async Task SlowCanvasAsync(string fault, string method, string path) =>
        await Doors.CanvasSandboxAsync(
            "POST /faults",
            new
            {
                fault,
                method,
                path,
                times = 1,
                seconds = 10,
            }
        );
}
