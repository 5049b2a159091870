namespace CanvasSimulator.Access;

/// <summary>What an enrollment amounts to today.</summary>
internal enum Standing
{
    Gone,
    Completed,
    Pending,
    Active,
}
