namespace KillPoints;

public sealed class SigkillTimedTests : SigkillTests<Timed>;
