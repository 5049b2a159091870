namespace KillPoints;

public abstract class PostgresKillPointTests<TStretches>() : KillPointTests<TStretches>("PostgreSQL", each: 13)
    where TStretches : IStretches
{
    /// <summary>Others than those on SQLite.</summary>
    protected override int First => 3;

    private protected override Theatre Open() => new(onPostgres: true);
}
