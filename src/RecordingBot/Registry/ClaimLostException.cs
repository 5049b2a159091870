namespace RecordingBot.Registry;

/// <summary>The claim in whose name something was to be done is somebody else's by now, or soon may be: nothing was done.</summary>
public sealed class ClaimLostException() : Exception("The claim has run out.");
