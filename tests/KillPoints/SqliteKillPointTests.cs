namespace KillPoints;

[Trait("Category", "KillPoints")]
public sealed class SqliteKillPointTests() : KillPointTests("SQLite", each: 5);
