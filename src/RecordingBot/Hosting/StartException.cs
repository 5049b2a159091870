namespace RecordingBot.Hosting;

/// <summary>The program can't start, and says in plain words why.</summary>
public sealed class StartException(string message) : Exception(message);
