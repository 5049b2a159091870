using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Deletion;
using RecordingBot.Registry;
using RecordingBot.Rights;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Rights;

/// <summary>What the product itself has of people ends, half a year after the recording in these packs; what proves its end stays and names nobody.</summary>
public sealed class OwnRecordsTests : CampusTests
{
    [Fact]
    [Trait("Rule", "retention.own-records")]
    public async Task Records_OfARecordingThatIsLongGone_NameNobodyAndProveItAllTheSame()
    {
        var id = await DeletedAsync();
        var teacher = await PersonAsync("teacher");
        Assert.Contains(teacher.ToString(), await WrittenAsync(), StringComparison.OrdinalIgnoreCase);
        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(3));

        var recording = await Campus.RecordingAsync(id);
        Assert.NotNull(recording.RecordsEndedAt);
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Attendance.CountAsync(Ct)));
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.AgentOrders.CountAsync(Ct)));
        Assert.Empty(await Campus.ToldAsync("teacher"));
        Assert.Equal(0, await Campus.ReadAsync(registry => KeptOf(registry, Subject.Recording(id)).CountAsync(Ct)));
        Assert.Equal(0, await Campus.ReadAsync(registry => KeptOf(registry, Subject.Meeting(recording.MeetingId!.Value)).CountAsync(Ct)));
        var written = await WrittenAsync("AuditValues");
        Assert.DoesNotContain(teacher.ToString(), written, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            await Campus.ReadAsync(registry => registry.Notices.AsNoTracking().ToListAsync(Ct)),
            notice => Assert.Equal(("", "{}", true), (notice.Text, notice.Content, notice.RevokedAt is not null))
        );

        var signer = Campus.Services.GetRequiredService<ReceiptSigner>();
        Assert.NotEmpty(recording.Receipts);
        Assert.All(recording.Receipts, receipt => Assert.True(signer.IsGenuine(receipt)));
        (await Campus.Bot.GetAsync("dpo", $"/recordings/{id}/receipts")).Must();
        Assert.Equal(0, (await CommandLine.RunAsync(AuditVerifyCommand.Create(), "--data", Campus.Data)).Status);
        Assert.Equal(("", 0), await ReplayAsync());

        // What the log knows of the teacher beside the recording ends with the log's own time.
        await Campus.MoveToAsync(Campus.Now.AddMonths(7));
        Assert.DoesNotContain(teacher.ToString(), await WrittenAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Digests_EndWithTheLastRecordingThatTheyToldOf()
    {
        await Campus.PublishedAsync();
        await Campus.MoveToAsync((await Campus.Canvas.EndsAtAsync()).AddMinutes(5));
        Assert.NotEqual(0, await Campus.ReadAsync(registry => registry.Digests.CountAsync(Ct)));

        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(3));

        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Digests.CountAsync(Ct)));
    }

    [Fact]
    [Trait("Rule", "consent.kept")]
    public async Task Records_OfARecordingThatNeverCame_EndWithItsMeetingAndTheConsentsToIt()
    {
        var lecture = await Campus.PlanAsync(courseId: null);
        await Campus.DecideAsync(lecture, Requests.Consented());
        await new Participant(Campus, await Campus.NoticeLinkAsync(lecture)).AnswerAsync("A student", recording: "yes");
        await Campus.BeginAsync(lecture);
        await Campus.MoveToAsync(lecture.EndsAt);
        await Campus.EndAsync(lecture);
        var expected = Assert.Single(await Campus.RecordingsAsync());
        await ChangeAsync(async registrar =>
        {
            await registrar.OpenTaskAsync(
                TaskKind.StudentRecords,
                Subject.Recording(expected.Id),
                Role.Operator,
                null,
                "",
                Ct,
                "Its title"
            );
            await registrar.OpenTaskAsync(TaskKind.Unmapped, "zoom-user:u-1", Role.Operator, null, "", Ct, "A host");
        });
        var end = Campus.Now.AddMonths(6).AddDays(3);
        await Campus.MoveToAsync(end);
        Assert.Null((await Campus.RecordingAsync(expected.Id)).RecordsEndedAt);
        Assert.NotEqual(0, await Campus.ReadAsync(registry => registry.Consents.CountAsync(Ct)));

        await ChangeAsync(async registrar =>
        {
            await registrar.CloseTaskAsync(TaskKind.StudentRecords, Subject.Recording(expected.Id), "done", "bot", Ct);
            await registrar.CloseTaskAsync(TaskKind.Unmapped, "zoom-user:u-1", "done", "bot", Ct);
        });
        await Campus.MoveToAsync(end.AddMonths(6).AddDays(3));

        expected = await Campus.RecordingAsync(expected.Id);
        Assert.Equal(("–", null, true), (expected.Topic, expected.RecorderId, expected.RecordsEndedAt is not null));
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Consents.CountAsync(Ct)));
        Assert.All(
            await Campus.ReadAsync(registry => registry.Tasks.Where(task => task.ClosedAt != null).ToListAsync(Ct)),
            task => Assert.Equal(("[]", null), (task.Arguments, task.PersonId))
        );
    }

    [Fact]
    public async Task Records_BeforeTheirTime_Stay()
    {
        var id = await DeletedAsync();
        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(-3));

        Assert.Null((await Campus.RecordingAsync(id)).RecordsEndedAt);
        Assert.NotEqual(0, await Campus.ReadAsync(registry => registry.Attendance.CountAsync(Ct)));
        Assert.NotEmpty(await Campus.ToldAsync("teacher"));
    }

    [Fact]
    public async Task Records_ThatAnOpenCaseNeeds_StayUntilItIsClosed()
    {
        var id = await DeletedAsync();
        await ChangeAsync(registrar =>
            registrar.OpenTaskAsync(TaskKind.Withdrawal, Subject.Recording(id), Role.Dpo, null, "", Ct, "A dispute")
        );
        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(3));
        Assert.Null((await Campus.RecordingAsync(id)).RecordsEndedAt);

        await ChangeAsync(registrar => registrar.CloseTaskAsync(TaskKind.Withdrawal, Subject.Recording(id), "settled", "bot", Ct));
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.NotNull((await Campus.RecordingAsync(id)).RecordsEndedAt);
    }

    [Fact]
    public async Task Records_WhoseEndIsRunAgain_EndOnce()
    {
        var id = await DeletedAsync();
        await Campus.MoveToAsync(Campus.Now.AddMonths(6).AddDays(3));
        await Campus.RestartBotAsync();
        await Campus.Services.GetRequiredService<OwnRecords>().RunDueAsync(Ct);

        Assert.Equal(
            1,
            await Campus.ReadAsync(registry =>
                registry.Audit.CountAsync(row => row.Subject == Subject.Recording(id) && row.Action == "recording.records-ended", Ct)
            )
        );
    }

    private async Task<Guid> DeletedAsync()
    {
        var lecture = await Campus.DecidedAsync();
        await Campus.BeginAsync(lecture);
        await Campus.Zoom.JoinAsync(lecture, "A student");
        (await Campus.Zoom.RecordAsync(lecture)).Must();
        await Campus.MoveToAsync(lecture.EndsAt);
        await Campus.EndAsync(lecture);
        await Campus.FindAsync();
        var id = Assert.Single(await Campus.RecordingsAsync()).Id;
        (await Campus.Bot.DeleteAsync("teacher", $"/recordings/{id}")).Must();
        await Campus.SettleAsync();
        return id;
    }

    private static IQueryable<AuditValueRow> KeptOf(RegistryContext registry, string subject) =>
        registry.AuditValues.Where(value => registry.Audit.Any(entry => entry.Sequence == value.Sequence && entry.Subject == subject));

    private Task<Guid> PersonAsync(string account) =>
        Campus.ReadAsync(registry => registry.People.Where(row => row.Account == account).Select(row => row.Id).SingleAsync(Ct));

    private Task<int> ChangeAsync(Func<Registrar, Task> change) =>
        Campus.WithAsync(async services =>
        {
            await change(services.GetRequiredService<Registrar>());
            return await services.GetRequiredService<RegistryContext>().SaveChangesAsync(Ct);
        });

    private async Task<(string Error, int Status)> ReplayAsync()
    {
        var (status, _, error) = await CommandLine.RunAsync(AuditReplayCommand.Create(), "--data", Campus.Data);
        return (error, status);
    }

    /// <summary>Everything that stands in the registry, but the people themselves, who are there still, and who decided, which the register of processing needs.</summary>
    private async Task<string> WrittenAsync(string? but = null)
    {
        await using var registry = new SqliteConnection(
            $"Data Source={Path.Combine(Campus.Data, "registry.db")};Mode=ReadOnly;Pooling=False"
        );
        await registry.OpenAsync(Ct);
        var text = new StringBuilder();
        foreach (var table in await ReadAsync(registry, "SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            if (table != but && table is not ("People" or "PersonLinks" or "Decisions" or "Conversations" or "Accesses" or "Sessions"))
                text.AppendJoin('\n', await ReadAsync(registry, $"SELECT * FROM \"{table}\"")).Append('\n');
        }
        return text.ToString();
    }

    private static async Task<List<string>> ReadAsync(SqliteConnection registry, string sql)
    {
        await using var command = registry.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Ct);
        List<string> rows = [];
        while (await reader.ReadAsync(Ct))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column)))));
        return rows;
    }
}
