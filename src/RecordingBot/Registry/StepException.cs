namespace RecordingBot.Registry;

/// <summary>A step can't be carried out now, for a reason that has its sentence.</summary>
public sealed class StepException : Exception
{
    public StepException(string word, string message)
        : base(message) => Word = word;

    /// <summary>Key of the sentence.</summary>
    public string Word { get; }
}
