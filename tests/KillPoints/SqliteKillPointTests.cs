namespace KillPoints;

public abstract class SqliteKillPointTests<TStretches>() : KillPointTests<TStretches>("SQLite", each: 6)
    where TStretches : IStretches;

public sealed class SqliteActedTests : SqliteKillPointTests<Acted>;

public sealed class SqliteTimedTests : SqliteKillPointTests<Timed>;
