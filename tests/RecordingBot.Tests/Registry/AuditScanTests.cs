using Microsoft.Data.Sqlite;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Registry;

/// <summary>Both ways to read the log give the same.</summary>
public sealed class AuditScanTests(FinishedLife life) : IClassFixture<FinishedLife>
{
    [Fact]
    public void Scans_OfOneLog_GiveTheSameBytes()
    {
        using var registry = new SqliteConnection($"Data Source={Path.Combine(life.Copy(), "registry.db")};Pooling=False");
        registry.Open();
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
            rows++;
        }
        Assert.False(plain.Read());
        Assert.InRange(rows, 50, int.MaxValue);
    }
}
