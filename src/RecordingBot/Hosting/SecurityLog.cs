namespace RecordingBot.Hosting;

/// <summary>
/// What came without authority and therefore changed nothing (I11): one entry for each, in the log under this class's name, and counted. Codes only:
/// who it was isn't known, and an address can be a person's.
/// </summary>
public sealed partial class SecurityLog(Measures measures, ILogger<SecurityLog> logger)
{
    /// <summary>One was refused.</summary>
    /// <param name="door">Where, as its route.</param>
    /// <param name="reason">Why, as a code.</param>
    public void Refused(string door, string reason)
    {
        measures.CountRefusal();
        LogRefused(door, reason);
    }

    /// <summary>One was turned away unread, after its address had been refused too often.</summary>
    /// <param name="door">Where, as its route.</param>
    /// <param name="tell">Whether it gets an entry: a flood is told of now and then, and counted whole.</param>
    public void TurnedAway(string door, bool tell)
    {
        measures.CountRefusal();
        if (tell)
            LogTurnedAway(door);
    }

    [LoggerMessage(LogLevel.Warning, "security: {Door} refused a request: {Reason}")]
    private partial void LogRefused(string door, string reason);

    [LoggerMessage(
        LogLevel.Warning,
        "security: {Door} turns an address away that was refused too often; at most once a minute this is said"
    )]
    private partial void LogTurnedAway(string door);
}
