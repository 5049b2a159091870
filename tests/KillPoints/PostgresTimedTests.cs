namespace KillPoints;

public sealed class PostgresTimedTests : PostgresKillPointTests<Timed>;
