using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CanvasConnector.Errors;
using RecordingAgent.Watching;
using RecordingAgent.Waveforms;
using RecordingBot.Deletion;
using RecordingBot.Hosting;
using RecordingBot.Recordings;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;
using ZoomConnector.Errors;

namespace RecordingBot.Tests.Conventions;

/// <summary>Everything that a person reads exists in both languages (design.md 7), and every word of ours has its sentence.</summary>
public sealed partial class SentenceTests
{
    /// <summary>The keys that words of the code lead to, with the texts that they stand in.</summary>
    public static TheoryData<string, string> Keys
    {
        get
        {
            var keys = new TheoryData<string, string>();
            void Add(string file, string prefix, IEnumerable<string> words)
            {
                foreach (var word in words)
                    keys.Add(file, prefix + word);
            }
            Add("Why", "Due_", Enum.GetNames<DueReason>());
            Add("Why", "Ends_", Enum.GetNames<EndReason>());
            Add("Why", "Task_", Constants(typeof(TaskKind)));
            Add("Why", "Step_", WireName.All<Step>());
            Add("Why", "Fault_", WireName.All<CanvasErrorKind>().Select(kind => "canvas-" + kind));
            Add("Why", "Fault_", WireName.All<ZoomErrorKind>().Select(kind => "zoom-" + kind));
            Add("Why", "Fault_", FaultWords().Append("internal"));
            Add("Why", "Folder_", WireName.All<TroubleKind>());
            Add("Pages", "Evidence_", Constants(typeof(EvidenceClass)));
            Add("Pages", "Residue_", Constants(typeof(Residue)));
            Add("Pages", "State_", WireName.All<RecordingState>());
            Add("Pages", "Incident_", Constants(typeof(IncidentKind)));
            Add("Pages", "Sound_", WireName.All<WaveformOutcome>());
            Add("Pages", "Life_", Constants(typeof(LifeKind)));
            return keys;
        }
    }

    public static TheoryData<string> Texts => [.. Resources().Select(House.Relative)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Word_OfTheCode_HasItsSentenceInBothLanguages(string file, string key)
    {
        var texts = file == "Why" ? BothLanguages.Why : BothLanguages.Pages;

        var said = texts[key];

        Assert.False(string.IsNullOrWhiteSpace(said.Sv) || string.IsNullOrWhiteSpace(said.En));
    }

    [Fact]
    public void Words_OfFaults_AreSeenByThisGuard() => Assert.Contains("upload-failed", FaultWords());

    [Theory]
    [MemberData(nameof(Texts))]
    public void Texts_InSwedish_HaveTheKeysAndPlacesOfTheEnglish(string file)
    {
        var english = Read(Path.Combine(House.Root, file));
        var swedish = Read(Path.Combine(House.Root, file.Replace(".resx", ".sv.resx", StringComparison.Ordinal)));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), swedish.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, text => Assert.Equal(Places(text.Value), Places(swedish[text.Key])));
    }

    /// <summary>The words with which steps name their faults, as the source says them.</summary>
    private static IEnumerable<string> FaultWords() =>
        House
            .Sources("src/RecordingBot")
            .SelectMany(file => FaultWord().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["word"].Value)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Resources() =>
        Directory
            .EnumerateFiles(Path.Combine(House.Root, "src"), "*.resx", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".sv.resx", StringComparison.Ordinal));

    private static Dictionary<string, string> Read(string path) =>
        XDocument
            .Load(path)
            .Descendants("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "", StringComparer.Ordinal);

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex("StepException\\(\\s*\"(?<word>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FaultWord();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
