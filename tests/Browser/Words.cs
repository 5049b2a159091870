using RecordingBot.Hosting;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Browser;

/// <summary>The product's own words, as a person sees them: up to the first place that is filled in, and the first line of several.</summary>
internal static class Words
{
    public static string Chat(string key, string language) => First(BothLanguages.Chat[key].In(language));

    public static string Page(string key, string language) => First(BothLanguages.Pages[key].In(language));

    private static string First(string text) => text.Split('{', '\n')[0].Trim();
}
