namespace KillPoints;

public sealed class SqliteTimedTests : SqliteKillPointTests<Timed>;
