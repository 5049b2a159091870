namespace KillPoints;

public sealed class SigkillActedTests : SigkillTests<Acted>;
