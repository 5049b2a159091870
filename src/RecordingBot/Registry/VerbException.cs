namespace RecordingBot.Registry;

/// <summary>What a verb was given can't be used, or isn't genuine; the message is for whoever called it.</summary>
public sealed class VerbException(string message) : Exception(message);
