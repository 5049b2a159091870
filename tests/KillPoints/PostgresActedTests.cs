namespace KillPoints;

public sealed class PostgresActedTests : PostgresKillPointTests<Acted>;
