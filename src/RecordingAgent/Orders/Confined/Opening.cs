namespace RecordingAgent.Orders.Confined;

/// <summary>What was found under a path: the open file, or what there is instead.</summary>
/// <param name="File">The file; to be disposed of. Null where there is none.</param>
/// <param name="IsMissing">True if there is nothing under that path. False without a file: a link, a folder or a device is in the way.</param>
internal sealed record Opening(ConfinedFile? File, bool IsMissing)
{
    public static readonly Opening Missing = new(File: null, IsMissing: true);
    public static readonly Opening NotAFile = new(File: null, IsMissing: false);
}
