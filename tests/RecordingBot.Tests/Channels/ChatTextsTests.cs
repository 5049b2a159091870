using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using RecordingBot.Channels;
using RecordingBot.LegalBases.Interview;

namespace RecordingBot.Tests.Channels;

/// <summary>Everything that the bot says exists in both languages.</summary>
public sealed partial class ChatTextsTests
{
    private static readonly Dictionary<string, string> English = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> Swedish = Read(CultureInfo.GetCultureInfo("sv"));

    [Fact]
    public void Texts_InBothLanguages_AreTheSameKeys() =>
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Swedish.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Texts_InBothLanguages_HaveTheSamePlaces() =>
        Assert.All(English, text => Assert.Equal(Places(text.Value), Places(Swedish[text.Key])));

    [Fact]
    public void Questions_Each_HasItsWordsHelpAndName() =>
        Assert.All(
            Questions.All,
            question =>
            {
                Assert.Contains($"Ask_{question.Key}", English.Keys);
                Assert.Contains($"Help_{question.Key}", English.Keys);
                Assert.Contains($"Label_{question.Key}", English.Keys);
                Assert.All(question.Values, value => Assert.Contains($"Choice_{question.Key}_{value}", English.Keys));
            }
        );

    [Theory]
    [InlineData("Record!", true)]
    [InlineData("  SPELA   IN föreläsningen", true)]
    [InlineData("recordings", false)]
    [InlineData("please record", false)]
    public void Words_Record_IsAWordOfItsOwn(string text, bool begins) =>
        Assert.Equal(begins, text.BeginsWith([.. Words.RecordEnglish, .. Words.RecordSwedish]));

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Read(CultureInfo culture)
    {
        var resources = new ResourceManager("RecordingBot.Resources.Chat", typeof(ChatText).Assembly).GetResourceSet(
            culture,
            createIfNotExists: true,
            tryParents: false
        );
        return resources!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
