using Microsoft.Data.Sqlite;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>Both ways to read the log give the same.</summary>
public sealed class AuditScanTests(FinishedLife life) : IClassFixture<FinishedLife>
{
    /// <summary>Values of entries that are gone, in the middle and at the end, and entries with more values than others.</summary>
    private const string Odd = """
        DROP TRIGGER "Audit_NoDelete";
        DELETE FROM "Audit" WHERE "Sequence" IN (SELECT "Sequence" FROM "AuditValues" WHERE "Sequence" > 2 ORDER BY "Sequence" LIMIT 2);
        INSERT OR IGNORE INTO "AuditValues" SELECT "Sequence", 4, zeroblob(32), 'said:' FROM "Audit" WHERE "Sequence" % 3 = 0;
        INSERT OR IGNORE INTO "AuditValues" SELECT "Sequence", 3, zeroblob(32), '' FROM "Audit" WHERE "Sequence" % 6 = 0;
        INSERT INTO "AuditValues" VALUES (1000000, 1, zeroblob(32), 'said:more')
        """;

    [Theory]
    [InlineData("")]
    [InlineData(Odd)]
    public void Scans_OfOneLog_GiveTheSameBytes(string before)
    {
        using var registry = new SqliteConnection($"Data Source={Path.Combine(life.Copy(), "registry.db")};Pooling=False");
        registry.Open();
        using var change = registry.CreateCommand();
        change.CommandText = before + ";";
        change.ExecuteNonQuery();
        using var transaction = registry.BeginTransaction();
        using var fast = new SqliteAuditScan(registry, from: 2);
        using var plain = new DbAuditScan(registry, transaction, from: 2);
        var rows = 0;
        while (fast.Read())
        {
            Assert.True(plain.Read());
            Assert.Equal(
                (plain.Number(AuditScan.Sequence), plain.Number(AuditScan.At)),
                (fast.Number(AuditScan.Sequence), fast.Number(AuditScan.At))
            );
            for (var column = AuditScan.FirstText; column <= AuditScan.Value; column++)
            {
                if (column == AuditScan.ValueField)
                    continue;
                Assert.Equal(plain.TryBytes(column, out var expected), fast.TryBytes(column, out var bytes));
                Assert.Equal(expected.ToArray(), bytes.ToArray());
            }
            if (fast.TryBytes(AuditScan.Salt, out _))
                Assert.Equal(plain.Number(AuditScan.ValueField), fast.Number(AuditScan.ValueField));
            rows++;
        }
        Assert.False(plain.Read());
        Assert.InRange(rows, 50, int.MaxValue);
    }
}
