using System.Xml.Linq;

namespace RecordingBot.Tests.Conventions;

public sealed class DocumentationTests
{
    public static TheoryData<Type> Libraries =>
        [
            typeof(RecordingPolicy.LocalizedText),
            typeof(CanvasConnector.CanvasClient),
            typeof(ZoomConnector.ZoomClient),
            typeof(BotConnector.Activities.Activity),
            typeof(RecordingAgent.Agent),
        ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicMembers_OfALibrary_SayTheirContract(Type known)
    {
        var xml = XDocument.Load(Path.ChangeExtension(known.Assembly.Location, ".xml"));

        Assert.Empty(Documentation.Missing(known.Assembly.GetTypes(), Documentation.Read(xml)));
    }

    [Fact]
    public void Member_ThatComputes_NeedsWordsAndOneThatHolds_DoesNot()
    {
        var missing = Documentation.Missing([typeof(Sample)], new HashSet<string>(StringComparer.Ordinal));

        var name = typeof(Sample).FullName!.Replace('+', '.');
        Assert.Equal([$"T:{name}", $"P:{name}.Computed", $"M:{name}.Act"], missing);
    }

    [Fact]
    public void PublicMember_WithoutWords_IsFound()
    {
        var said = Documentation.Read(
            XDocument.Parse(
                """<doc><members><member name="T:A.B"><summary>Words.</summary></member><member name="M:A.B.C(System.Int32)"><summary> </summary></member></members></doc>"""
            )
        );

        Assert.Equal(["T:A.B"], said);
        Assert.Contains($"T:{typeof(DocumentationTests).FullName}", Documentation.Missing([typeof(DocumentationTests)], said));
        Assert.Contains(
            $"M:{typeof(DocumentationTests).FullName}.{nameof(PublicMember_WithoutWords_IsFound)}",
            Documentation.Missing([typeof(DocumentationTests)], said)
        );
    }

    public sealed record Sample(int Positional)
    {
        public const string Word = "word";

        public int Held { get; init; }

        public int Computed => Positional + Held;

        public int Act() => Computed;

        public override string ToString() => Word;
    }
}
