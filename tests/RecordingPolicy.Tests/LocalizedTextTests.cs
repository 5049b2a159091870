using System.Globalization;

namespace RecordingPolicy.Tests;

public sealed class LocalizedTextTests
{
    private static readonly LocalizedText Text = new("Ja", "Yes");

    [Theory]
    [InlineData("sv", "Ja")]
    [InlineData("sv-SE", "Ja")]
    [InlineData("en", "Yes")]
    [InlineData("fi", "Yes")]
    public void In_Language_IsSwedishForSwedishOnly(string language, string expected)
    {
        Assert.Equal(expected, Text.In(language));
        Assert.Equal(expected, Text.ToString(CultureInfo.GetCultureInfo(language)));
    }

    [Fact]
    public void List_OfTexts_ReadsAsPeopleSayIt()
    {
        var words = new[] { "a", "b", "c" }.Select(LocalizedText.Same).ToArray();

        Assert.Equal(new("a, b och c", "a, b and c"), LocalizedText.List(words));
        Assert.Equal(new("a och b", "a and b"), LocalizedText.List(words[..2]));
        Assert.Equal(LocalizedText.Same("a"), LocalizedText.List(words[..1]));
    }

    [Theory]
    [InlineData("Findings")]
    [InlineData("Requests")]
    [InlineData("Notice")]
    public void Texts_OfResourceFile_ExistInBothLanguagesWithTheSamePlaces(string name)
    {
        var resources = new System.Resources.ResourceManager($"RecordingPolicy.Resources.{name}", typeof(LocalizedText).Assembly);
        var (english, swedish) = (Read(resources, CultureInfo.InvariantCulture), Read(resources, CultureInfo.GetCultureInfo("sv")));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), swedish.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            english,
            text =>
            {
                foreach (var place in new[] { "{0}", "{1}", "{2}", "{3}", "{4}" })
                    Assert.Equal(
                        text.Value.Contains(place, StringComparison.Ordinal),
                        swedish[text.Key].Contains(place, StringComparison.Ordinal)
                    );
            }
        );
    }

    private static Dictionary<string, string> Read(System.Resources.ResourceManager resources, CultureInfo culture) =>
        resources
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
}
