namespace RecordingBot.Recordings;

/// <summary>Which recordings are governed; section <c>Recordings</c>.</summary>
public sealed class RecordingsOptions
{
    /// <summary>
    /// When governance begins: a day of the institution's, <c>2027-01-18</c>, or a moment with offset. What began before lies in the inventory until
    /// somebody takes it in. Null: everything is governed.
    /// </summary>
    public string? GovernedFrom { get; set; }
}
