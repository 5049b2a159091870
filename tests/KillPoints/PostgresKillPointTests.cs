namespace KillPoints;

[Trait("Category", "KillPoints")]
public sealed class PostgresKillPointTests() : KillPointTests("PostgreSQL", each: 11)
{
    /// <summary>Others than those on SQLite.</summary>
    protected override int First => 3;

    private protected override Theatre Open() => new(onPostgres: true);
}
