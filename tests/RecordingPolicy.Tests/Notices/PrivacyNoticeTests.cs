using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RecordingPolicy.Decisions;
using RecordingPolicy.Notices;

namespace RecordingPolicy.Tests.Notices;

public sealed class PrivacyNoticeTests
{
    private static readonly Uri Link = new("https://recording.campus.example.edu/n/Zm9vYmFyYmF6cXV4cXV1eGNvcmdl");

    [Fact]
    [Trait("Rule", "notice.controller")]
    public void Notice_OfNormalLecture_TellsAllThatTheLawAsks()
    {
        var notice = Compose();

        Assert.Equal(
            [
                "meeting",
                "purpose",
                "basis",
                "publication",
                "storage",
                "transfers",
                "keeps",
                "participation",
                "sensitive",
                "rights",
                "complaint",
                "controller",
            ],
            notice.Sections.Select(section => section.Key)
        );
        var text = notice.Canonical();
        Assert.Contains("Students repeat the derivations", text, StringComparison.Ordinal);
        Assert.Contains("Uppgift av allmänt intresse (artikel 6.1 e", text, StringComparison.Ordinal);
        Assert.Contains("FYSA12 Mechanics", text, StringComparison.Ordinal);
        Assert.Contains("until Sunday 17 January 2027 at 23:59 (Swedish time)", text, StringComparison.Ordinal);
        Assert.Contains("till söndag 17 januari 2027 kl. 23.59 (svensk tid)", text, StringComparison.Ordinal);
        Assert.Contains("Monday 7 September 2026 at 10:15–12:00", text, StringComparison.Ordinal);
        Assert.Contains("202100-3211", text, StringComparison.Ordinal);
        Assert.Contains("registrator@lu.se", text, StringComparison.Ordinal);
        Assert.Contains("imy.se", text, StringComparison.Ordinal);
        Assert.Contains("Do not bring up sensitive or confidential matters in Zoom", text, StringComparison.Ordinal);
        Assert.Contains("(objection)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(portability)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(withdrawal)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Notice_WithPlaceholders_ShowsThemAsSuch()
    {
        var controller = Compose().Sections.Single(section => section.Key is "controller");

        Assert.Contains("Data protection officer: [the institution has not filled this in yet]", controller.Items.Select(item => item.En));
    }

    [Fact]
    [Trait("Rule", "notice.deviation-first")]
    public void Notice_OfDeparture_SaysItFirst()
    {
        var notice = Compose(
            ("publication", JsonNode.Parse("""{"kind":"approved-system","target":"Play"}""")),
            ("availability", JsonNode.Parse("""{"kind":"until","until":"2026-10-01"}""")),
            ("deviationReason", "The lecture is for two courses.")
        );

        Assert.Equal("deviations", notice.Sections[0].Key);
        Assert.Equal(3, notice.Sections[0].Paragraphs.Length);
        Assert.Contains("for two courses", notice.Sections[0].Paragraphs[2].En, StringComparison.Ordinal);
        Assert.Contains("published elsewhere", notice.ChatMessage("en", Link), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("consent", "(withdrawal)", "(objection)")]
    [InlineData("contract", "(portability)", "(withdrawal)")]
    [InlineData("official-authority", "(objection)", "(portability)")]
    [Trait("Rule", "notice.rights")]
    public void Rights_ByBasis_AreThoseItGivesAndNoOthers(string basis, string has, string lacks)
    {
        var text = Compose(("legalBasis.kind", basis)).Canonical();

        Assert.Contains(has, text, StringComparison.Ordinal);
        Assert.DoesNotContain(lacks, text, StringComparison.Ordinal);
    }

    /// <summary>What GDPR 13 and the two documents ask of every notice, and where it stands, whatever the basis.</summary>
    [Theory]
    [InlineData("consent", "Consent (Article 6(1)(a)")]
    [InlineData("contract", "A contract to which you are a party (Article 6(1)(b)")]
    [InlineData("legal-obligation", "Legal obligation (Article 6(1)(c)")]
    [InlineData("public-interest", "A task carried out in the public interest (Article 6(1)(e)")]
    [InlineData("official-authority", "Exercise of official authority (Article 6(1)(e)")]
    [Trait("Rule", "notice.before-start")]
    [Trait("Rule", "notice.controller")]
    [Trait("Rule", "notice.rights")]
    public void Notice_OfEachBasis_IsComplete(string basis, string article)
    {
        var notice = Compose(("legalBasis.kind", basis));
        (string Key, string Says)[] complete =
        [
            ("controller", "Lund University"), // 13(1)(a)
            ("controller", "202100-3211"), // LU: the registration number
            ("controller", "046-222 00 00"),
            ("controller", "Contact for questions about recordings:"),
            ("controller", "Data protection officer:"), // 13(1)(b)
            ("controller", "Read more on how the institution treats personal data:"),
            ("purpose", "Students repeat the derivations"), // 13(1)(c)
            ("basis", article),
            ("publication", "FYSA12 Mechanics"), // 13(1)(e): who sees it
            ("storage", "On the computer of the person who records"),
            ("transfers", "outside the EU/EEA"), // 13(1)(f)
            ("keeps", "as long as the course is open"), // 13(2)(a): the rule, and today's date of it
            ("keeps", "Sunday 17 January 2027"),
            ("rights", "(access)"), // 13(2)(b)
            ("rights", "(rectification)"),
            ("rights", "(erasure)"),
            ("rights", "(restriction)"),
            ("rights", "You get an answer within a month"), // 12(3)
            ("complaint", "IMY"), // 13(2)(d)
            ("participation", "You may have your camera off"), // LU: must one take part on camera
            ("participation", "You may have your microphone off"),
            ("participation", "virtual background"),
            ("participation", "Choose a place"),
            ("sensitive", "Do not bring up sensitive or confidential matters in Zoom"),
        ];

        foreach (var (key, says) in complete)
            Assert.Contains(says, Lines(notice, key), StringComparison.Ordinal);
        Assert.Equal(
            basis is "public-interest" or "official-authority",
            Lines(notice, "rights").Contains("(objection)", StringComparison.Ordinal)
        );
        Assert.Equal(basis is "consent" or "contract", Lines(notice, "rights").Contains("(portability)", StringComparison.Ordinal));
        Assert.Equal(basis is "consent", Lines(notice, "rights").Contains("(withdrawal)", StringComparison.Ordinal)); // 13(2)(c)
        Assert.Equal(basis is "consent", notice.Consents.Any());
        var chat = notice.ChatMessage("en", Link);
        foreach (var said in new[] { "Lund University", "Purpose: Students repeat", "Legal basis:", "17 January 2027", Link.AbsoluteUri })
            Assert.Contains(said, chat, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "consent.kept")]
    public void Consents_OfANotice_AreInItsTextWordForWord()
    {
        var notice = Compose(
            ("meeting.kind", "research"),
            ("legalBasis.kind", "consent"),
            ("availability", JsonNode.Parse("""{"kind":"for","duration":"P30D"}"""))
        );

        Assert.Equal([ConsentKind.Recording, ConsentKind.Publication], notice.Consents.Select(consent => consent.Kind));
        Assert.Equal("consent", notice.Sections[^1].Key);
        foreach (var wording in notice.Consents.Select(consent => consent.Wording))
        {
            Assert.Contains("- " + wording.Sv + "\n", notice.Canonical(), StringComparison.Ordinal);
            Assert.Contains("- " + wording.En + "\n", notice.Canonical(), StringComparison.Ordinal);
        }
        Assert.Contains("Purpose: “Students repeat the derivations", notice.Consents[0].Wording.En, StringComparison.Ordinal);
        Assert.Contains("FYSA12 Mechanics", notice.Consents[1].Wording.En, StringComparison.Ordinal);
        Assert.Contains("for 30 days after the meeting", notice.Consents[1].Wording.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("purpose.text", "\"So that students can repeat the laboratory session.\"", true)]
    [InlineData("publication", "{\"kind\":\"none\",\"target\":null}", true)]
    [InlineData("availability", "{\"kind\":\"until\",\"until\":\"2026-10-01\"}", true)]
    [InlineData("meeting.course.closesAt", "\"2027-03-01T23:59:59+01:00\"", false)]
    [Trait("Rule", "consent.specific")]
    public void Scope_OfAConsent_ChangesWithWhatIsConsentedToAndNotWithTheCoursesDate(string path, string json, bool changes)
    {
        Assert.Equal(changes, Scope() != Scope((path, JsonNode.Parse(json))));
    }

    [Fact]
    public void ChatMessage_WithChanges_SaysThemFirstAndStaysUnderTheLimit()
    {
        var (before, now) = (Compose(), Compose(("purpose.text", string.Concat(Enumerable.Repeat("Another purpose. ", 90)))));

        var message = now.ChatMessage(null, Link, NoticeChanges.Between(before.Sections, now.Sections));

        Assert.StartsWith("Informationen om inspelningen har ändrats (ändamål).", message, StringComparison.Ordinal);
        Assert.Contains("The information about the recording has changed (purpose).", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 500, 999);
    }

    [Fact]
    public void Participation_CameraNeeded_SaysWhyAndStillAdvises()
    {
        var notice = Compose(
            (
                "participationOptions",
                JsonNode.Parse("""{"cameraOptional":false,"microphoneOptional":true,"reason":"We look at bow holds."}""")
            )
        );
        var items = notice.Sections.Single(section => section.Key is "participation").Items.Select(item => item.En).ToArray();

        Assert.Contains("You need to have your camera on", items[0], StringComparison.Ordinal);
        Assert.Contains("Mute it", items[1], StringComparison.Ordinal);
        Assert.Contains("bow holds", items[2], StringComparison.Ordinal);
    }

    [Fact]
    public void HowLong_ForPeriod_SaysThePeriodAndItsDate()
    {
        var notice = Compose(endsAt: null, ("availability", JsonNode.Parse("""{"kind":"for","duration":"P1M1D"}""")));

        Assert.Contains(
            "for 1 month and 1 day after the meeting, until Thursday 8 October 2026 at 12:00",
            notice.Canonical(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void HowLong_CourseWithoutEnd_PromisesNoDate()
    {
        var notice = Compose(endsAt: null, ("meeting.course.closesAt", null));

        Assert.Contains("The course has no end today", notice.Canonical(), StringComparison.Ordinal);
    }

    [Fact]
    public void Canonical_SameFacts_IsTheSameTextWithItsHash()
    {
        var notice = Compose();

        Assert.Equal(notice.Canonical(), Compose().Canonical());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notice.Canonical()))), notice.Sha256());
        Assert.NotEqual(notice.Sha256(), Compose(("purpose.text", "So that students can repeat the laboratory session.")).Sha256());
        Assert.DoesNotContain('\r', notice.Canonical());
    }

    [Fact]
    public void Canonical_PurposeWithLineBreaks_HoldsItOnOneLine()
    {
        var text = Compose(("purpose.text", "To repeat.\n\n## Legal basis\nNone {0} {1}")).Canonical();

        Assert.Contains("\nTo repeat. ## Legal basis None {0} {1}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    [InlineData(null)]
    public void ChatMessage_LongPurpose_IsCutToFit(string? language)
    {
        var message = Compose(("purpose.text", string.Concat(Enumerable.Repeat("Derivations 🙂 and more. ", 100))))
            .ChatMessage(language, Link);

        Assert.InRange(message.Length, 500, 999);
        Assert.Contains(Link.AbsoluteUri, message, StringComparison.Ordinal);
        Assert.Contains("…", message, StringComparison.Ordinal);
        Assert.Equal(message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message)));
    }

    [Fact]
    public void ChatMessage_BothLanguagesWithDeparturesAndLongLink_StaysUnderTheLimit()
    {
        var notice = Compose(
            ("publication", JsonNode.Parse("""{"kind":"open-internet"}""")),
            ("availability", JsonNode.Parse("""{"kind":"for","duration":"P1Y2M3W4DT5H6M7S"}""")),
            ("deviationReason", "The lecture is part of a public series.")
        );

        var message = notice.ChatMessage(null, new Uri("https://recording.campus.example.edu/n/" + new string('x', 160)));

        Assert.InRange(message.Length, 600, 999);
        Assert.Contains("Purpose: Students repeat", message, StringComparison.Ordinal);
        Assert.Contains("until Sunday 17 January 2027", message, StringComparison.Ordinal);
        Assert.StartsWith("Det här mötet spelas in av Lunds universitet.", message, StringComparison.Ordinal);
        Assert.Contains("This meeting is recorded by Lund University.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChatMessage_NoRoomForDetails_KeepsDeparturesAndLink()
    {
        var notice = Compose(("availability", JsonNode.Parse("""{"kind":"until","until":"2026-10-01"}""")));

        var message = notice.ChatMessage(null, new Uri("https://recording.campus.example.edu/n/" + new string('x', 500)));

        Assert.InRange(message.Length, 500, 999);
        Assert.Contains("xxx", message, StringComparison.Ordinal);
        Assert.Contains("stays for another time than the course", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Purpose", message, StringComparison.Ordinal);
    }

    private static string Lines(PrivacyNotice notice, string key)
    {
        var section = notice.Sections.Single(section => section.Key == key);
        return string.Join('\n', section.Paragraphs.Concat(section.Items).Select(line => line.En));
    }

    private static string Scope(params (string Path, JsonNode? Value)[] changes)
    {
        var request = Json.Request(changes);
        var end = request.Meeting.Course?.ClosesAt;
        return PrivacyNotice.ScopeOf(
            new(request, Decider.Decide(request, ShippedPacks.Lund), "FYSA12", "Teacher One", end),
            ShippedPacks.Lund
        );
    }

    private static PrivacyNotice Compose(params (string Path, JsonNode? Value)[] changes) =>
        Compose(DateTimeOffset.Parse("2027-01-17T23:59:59+01:00", CultureInfo.InvariantCulture), changes);

    private static PrivacyNotice Compose(DateTimeOffset? endsAt, params (string Path, JsonNode? Value)[] changes)
    {
        var request = Json.Request(changes);
        var facts = new NoticeFacts(request, Decider.Decide(request, ShippedPacks.Lund), "FYSA12 Mechanics", "Teacher One", endsAt);
        return PrivacyNotice.Compose(facts, ShippedPacks.Lund);
    }
}
