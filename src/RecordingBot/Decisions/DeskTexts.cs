using RecordingBot.Hosting;
using RecordingPolicy.Decisions;

namespace RecordingBot.Decisions;

/// <summary>What the desk says of a body that it can't take.</summary>
internal static class DeskTexts
{
    public static RequestError Error(string path, string key) => new(path, BothLanguages.Chat[$"Error_{key}"]);
}
