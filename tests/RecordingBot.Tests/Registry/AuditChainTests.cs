using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Registry;

/// <summary>Every entry follows the one before it, whoever writes it and whatever fails.</summary>
public sealed class AuditChainTests : CampusTests
{
    private const string Untriggered =
        """DROP TRIGGER "Audit_NoUpdate"; DROP TRIGGER "Audit_NoDelete"; DROP TRIGGER "AuditHead_OnlyForward";""";

    private string File => Path.Combine(Campus.Data, "registry.db");

    [Fact]
    public async Task Entries_OfManyWritersAtOnce_HaveNoGapAndAreOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => WriteAsync(writer, saves: 10)));

        Assert.Equal("", await VerifyAsync());
    }

    [Fact]
    public async Task Entries_OfOneSave_KeepTheirOrder()
    {
        await WriteAsync(1, saves: 1);

        var last = await Campus.ReadAsync(registry =>
            registry.Audit.OrderByDescending(row => row.Sequence).Take(3).Select(row => row.After).ToListAsync(Ct)
        );
        Assert.Equal(["1.0.2", "1.0.1", "1.0.0"], last);
    }

    [Fact]
    public async Task Save_ThatFailsInATransactionThatGoesOn_LeavesTheHeadWhereItWas()
    {
        await Campus.WithAsync(async services =>
        {
            var (registry, registrar) = (services.GetRequiredService<RegistryContext>(), services.GetRequiredService<Registrar>());
            await using var transaction = await registry.Database.BeginTransactionAsync(Ct);
            registrar.Audit("bot", "host.told", Subject.Course("1"));
            registry.People.Add(new() { Account = "teacher", Roles = Role.Teacher });
            await Assert.ThrowsAnyAsync<Exception>(() => registry.SaveChangesAsync(Ct));
            registry.ChangeTracker.Clear();
            registrar.Audit("bot", "host.told", Subject.Course("2"));
            await registry.SaveChangesAsync(Ct);
            await transaction.CommitAsync(Ct);
            return true;
        });

        Assert.Equal("", await VerifyAsync());
        Assert.Equal(0, await Campus.ReadAsync(registry => registry.Audit.CountAsync(row => row.Subject == "course:1", Ct)));
    }

    [Fact]
    public async Task Entry_OfAPerson_HoldsTheirCommitmentAndNotThem()
    {
        var id = Guid.NewGuid();
        await Campus.WithAsync(async services =>
        {
            var registrar = services.GetRequiredService<Registrar>();
            registrar.Audit(
                Subject.Person(id),
                "access.granted",
                Subject.Course("9"),
                after: $"{Subject.Person(id)} until",
                said: "because"
            );
            return await services.GetRequiredService<RegistryContext>().SaveChangesAsync(Ct);
        });

        var entry = await Campus.ReadAsync(registry => registry.Audit.SingleAsync(row => row.Subject == "course:9", Ct));
        Assert.Matches("^person:sha256:[0-9a-f]{64}$", entry.Actor);
        Assert.Matches("^person:sha256:[0-9a-f]{64} until$", entry.After);
        Assert.NotEqual(entry.Actor, entry.After![..entry.Actor.Length]);
        Assert.Matches("^said:sha256:[0-9a-f]{64}$", entry.Reason);
        Assert.NotNull(entry.Edition);
        var read = Assert.Single(
            await Campus.WithAsync(services =>
                services
                    .GetRequiredService<AuditReader>()
                    .ReadAsync(services.GetRequiredService<RegistryContext>().Audit.Where(row => row.Sequence == entry.Sequence), Ct)
            )
        );
        Assert.Equal((Subject.Person(id), $"{Subject.Person(id)} until", "because"), (read.Actor, read.After, read.Reason));
    }

    [Theory]
    [InlineData("because", true)]
    [InlineData("consent.withdrawable retention.own-records", true)]
    [InlineData("TimeoutException", true)]
    [InlineData("Because of Anna", false)]
    [InlineData("hon är sjuk", false)]
    public void Reason_ThatIsSurelyACode_StaysReadable(string reason, bool isCode) => Assert.Equal(isCode, Commitment.IsCode(reason));

    [Fact]
    public async Task Entries_OfAnOlderVersion_AreTakenInAsTheyAreAndProtectedFromThenOn()
    {
        await Campus.StopBotAsync();
        await RunAsync(
            Untriggered
                + """
                DELETE FROM "AuditValues"; DELETE FROM "AuditCheckpoints";
                DELETE FROM "Audit" WHERE "Sequence" = 2;
                UPDATE "Audit" SET "Hash" = NULL, "PreviousHash" = NULL, "Changes" = NULL;
                UPDATE "AuditHead" SET "Sequence" = 0, "Hash" = zeroblob(32)
                """
        );
        await Campus.StartBotAsync();

        Assert.Equal("", await VerifyAsync());
        Assert.Equal(1, await Campus.ReadAsync(registry => registry.Audit.CountAsync(row => row.Action == AuditBeginning.Action, Ct)));
        await RunAsync("""UPDATE "Audit" SET "Action" = 'other' WHERE "Sequence" = 1""");
        Assert.Contains("does not follow entry", await VerifyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_ThatWasChanged_IsNotSignedAndTheDpoIsTold()
    {
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));
        var signed = await Campus.ReadAsync(registry => registry.AuditCheckpoints.CountAsync(Ct));
        Assert.NotEqual(0, signed);
        await RunAsync(Untriggered + """UPDATE "Audit" SET "Action" = 'other' WHERE "Sequence" = 1""");
        await Campus.AdvanceAsync(TimeSpan.FromDays(1));
        await Campus.PlanAsync();
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(signed, await Campus.ReadAsync(registry => registry.AuditCheckpoints.CountAsync(Ct)));
        Assert.Equal(Role.Dpo, Assert.Single(await Campus.TasksAsync(TaskKind.AuditBroken)).Role);
    }

    /// <summary>What is hashed is what a database can keep: else a NUL that somebody typed would look like tampering.</summary>
    [Fact]
    public void Commitment_OfWhatNoDatabaseKeeps_IsOfWhatItKeepsInstead() =>
        Assert.Equal("said:a\ufffdb\ufffd", Commitment.To(AuditField.Reason, "said:a\0b\ud800").Value);

    [Fact]
    public async Task Log_WhoseEndWasCutOff_IsTheOfficersTaskAndNoMoreIsSigned()
    {
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));
        var signed = await Campus.ReadAsync(registry => registry.AuditCheckpoints.CountAsync(Ct));
        await RunAsync(
            """
            DROP TRIGGER "Audit_NoDelete"; DROP TRIGGER "AuditHead_OnlyForward";
            DELETE FROM "Audit" WHERE "Sequence" > 5;
            UPDATE "AuditHead" SET "Sequence" = 5, "Hash" = (SELECT "Hash" FROM "Audit" WHERE "Sequence" = 5)
            """
        );

        await Campus.SettleAsync();

        Assert.Equal(Role.Dpo, Assert.Single(await Campus.TasksAsync(TaskKind.AuditBroken)).Role);
        Assert.Equal(signed, await Campus.ReadAsync(registry => registry.AuditCheckpoints.CountAsync(Ct)));
    }

    [Fact]
    public async Task Checkpoints_OfABusyLog_ComeEveryHundredEntriesAndWithinTenMinutes()
    {
        await Campus.AdvanceAsync(TimeSpan.FromMinutes(15));
        await WriteAsync(1, saves: 40);
        await Campus.SettleAsync();

        var checkpoints = await Campus.ReadAsync(registry => registry.AuditCheckpoints.OrderBy(row => row.Size).ToListAsync(Ct));
        Assert.InRange(checkpoints[^1].At, Campus.Now.AddMinutes(-1), Campus.Now);
        var lines = Directory.GetFiles(Path.Combine(Campus.Data, "audit"), "*.jsonl").SelectMany(System.IO.File.ReadAllLines);
        Assert.Equal(checkpoints.Select(row => row.Line), lines);
    }

    private async Task WriteAsync(int writer, int saves)
    {
        for (var save = 0; save < saves; save++)
        {
            await Campus.WithAsync(async services =>
            {
                var registrar = services.GetRequiredService<Registrar>();
                for (var entry = 0; entry < 3; entry++)
                    registrar.Audit("bot", "host.told", Subject.Course("1"), after: $"{writer}.{save}.{entry}");
                return await services.GetRequiredService<RegistryContext>().SaveChangesAsync(Ct);
            });
        }
    }

    private async Task<string> VerifyAsync() => (await CommandLine.RunAsync(AuditVerifyCommand.Create(), "--data", Campus.Data)).Error;

    private async Task RunAsync(string sql)
    {
        await using var registry = new SqliteConnection($"Data Source={File};Pooling=False");
        await registry.OpenAsync(Ct);
        await using var command = registry.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
