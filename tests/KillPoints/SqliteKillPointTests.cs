namespace KillPoints;

public abstract class SqliteKillPointTests<TStretches>() : KillPointTests<TStretches>("SQLite", each: 6)
    where TStretches : IStretches;
