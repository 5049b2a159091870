namespace RecordingBot.Registry;

/// <summary>The people whom the settings make known (section <c>People</c>): an institution's links between its accounts.</summary>
public sealed class PeopleOptions
{
    /// <summary>Everyone named there.</summary>
    public IList<PersonSetting> People { get; } = [];
}
