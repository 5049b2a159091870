namespace KillPoints;

public sealed class SqliteActedTests : SqliteKillPointTests<Acted>;
