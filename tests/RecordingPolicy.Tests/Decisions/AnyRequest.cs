using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Tests.Decisions;

/// <summary>Requests with every fact answered in any of its ways; a failing one shrinks towards the normal lecture.</summary>
/// <param name="Changes">What differs from the normal lecture.</param>
internal sealed record AnyRequest(params IReadOnlyList<(string Path, string Json)> Changes)
{
    /// <summary>Each fact with the values that it may take beside the normal lecture's.</summary>
    private static readonly (string Path, string[] Values)[] Facts =
    [
        ("pack", ["\"boras\"", "\"base\"", "\"example\""]),
        ("meeting.platform", ["\"teams\"", "\"other\""]),
        ("meeting.kind", ["\"examination\"", "\"authority-exercise\"", "\"research\"", "\"other\"", "null"]),
        (
            "meeting.course",
            ["null", """{"id":"4711","isPublic":true,"closesAt":null}""", """{"id":"4711","closesAt":"2029-06-01T00:00:00+02:00"}"""]
        ),
        ("recorder.role", ["\"student\"", "null"]),
        ("audience.groups", ["[]", "[\"employees\"]", "[\"external\"]", "[\"students\",\"employees\",\"external\"]"]),
        ("audience.dependent", ["false", "null"]),
        ("audience.onlyContractParties", ["true", "null"]),
        ("purpose.text", ["null", "\"Short.\"", "\"Write to karin@campus.example.edu for the derivations.\""]),
        ("purpose.category", ["null", "\"marketing.film\""]),
        ("necessity.achievableWithout", ["true", "null"]),
        ("necessity.achievableAnonymously", ["true", "false"]),
        ("necessity.justification", ["null"]),
        (
            "legalBasis.kind",
            [
                "\"consent\"",
                "\"contract\"",
                "\"legal-obligation\"",
                "\"vital-interests\"",
                "\"official-authority\"",
                "\"legitimate-interests\"",
                "null",
            ]
        ),
        ("legalBasis.reference", ["\"Avtal 12, § 3\""]),
        ("contains.sensitive", ["true", "null"]),
        ("contains.confidential", ["true", "null"]),
        ("contains.private", ["true", "null"]),
        ("contains.personalIdentityNumbers", ["true", "null"]),
        ("participationOptions.cameraOptional", ["false", "null"]),
        ("participationOptions.reason", ["\"The examination is oral.\""]),
        ("research.externalPartner", ["true", "false"]),
        (
            "storage",
            [
                "null",
                """{"place":"removable-encrypted"}""",
                """{"place":"zoom-cloud","country":"US"}""",
                """{"place":"approved-system","name":"G:"}""",
                """{"place":"approved-system","name":"Box"}""",
                """{"place":"approved-system","name":"Elsewhere","country":"NO"}""",
            ]
        ),
        (
            "publication",
            [
                "null",
                """{"kind":"none"}""",
                """{"kind":"canvas-course","target":"4712"}""",
                """{"kind":"approved-system","target":"Vibe"}""",
                """{"kind":"open-internet"}""",
            ]
        ),
        ("availability", ["null", """{"kind":"until","until":"2028-09-08"}""", """{"kind":"for","duration":"P30D"}"""]),
        ("deviationReason", ["\"The course is given together with another.\""]),
        ("caseRecord", ["true", "null"]),
        ("approvals.dpo", ["\"GDPR 2026/88\""]),
        ("approvals.ethics", ["\"Etik 2026/7\""]),
        ("approvals.jointControllers", ["\"HB 2026/12\""]),
    ];

    public static Arbitrary<AnyRequest> All { get; } = Arb.From(Generated(), Shrunk);

    /// <summary>The request as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = Json.Lecture([.. Changes.Select(change => (change.Path, JsonNode.Parse(change.Json)))]);
        // A course on a meeting of that kind would be a contradiction.
        if (json["meeting"]!["kind"]?.GetValue<string>() is "other")
            json["meeting"]!["course"] = null;
        return json;
    }

    public RecordingRequest Read()
    {
        var reading = Json.Read(ToJson());
        Assert.True(reading.IsReadable, string.Join("; ", reading.Errors));
        return reading.Request;
    }

    public override string ToString() => string.Join(", ", Changes.Select(change => $"{change.Path} = {change.Json}"));

    /// <summary>About every third fact differs, so that whole approvals come up too.</summary>
    private static Gen<AnyRequest> Generated() =>
        Gen.CollectToArray(Facts, fact => Gen.Choose(-2 * fact.Values.Length, fact.Values.Length - 1))
            .Select(choices => new AnyRequest([
                .. choices
                    .Select((choice, at) => (choice, Fact: Facts[at]))
                    .Where(at => at.choice >= 0)
                    .Select(at => (at.Fact.Path, at.Fact.Values[at.choice])),
            ]));

    private static IEnumerable<AnyRequest> Shrunk(AnyRequest request) =>
        request.Changes.Select(left => new AnyRequest([.. request.Changes.Where(change => change != left)]));
}
