namespace RecordingBot.Registry;

/// <summary>A turn that is being taken: in its name alone the work's writes are let through.</summary>
/// <param name="Work">The work's name.</param>
/// <param name="Fence">Its number.</param>
public sealed record Turn(string Work, long Fence)
{
    private static readonly AsyncLocal<Turn?> Taken = new();

    /// <summary>The one in whose name this is done; null where that is nobody's.</summary>
    public static Turn? Current
    {
        get => Taken.Value;
        set => Taken.Value = value;
    }
}
