namespace KillPoints.Seams;

/// <summary>What a process would do after its death.</summary>
public sealed class KilledException : Exception
{
    public KilledException()
        : base("The process is no more.") { }

    public KilledException(string message)
        : base(message) { }

    public KilledException(string message, Exception innerException)
        : base(message, innerException) { }
}
