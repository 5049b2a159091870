namespace RecordingBot.Tests.Support;

/// <summary>Folders that a test made itself.</summary>
internal static class Scratch
{
    /// <summary>Removes such a folder with everything in it; the ban is for recordings.</summary>
    public static void Remove(string folder)
    {
#pragma warning disable RS0030
        Directory.Delete(folder, recursive: true);
#pragma warning restore RS0030
    }
}
