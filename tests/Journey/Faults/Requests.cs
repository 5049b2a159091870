namespace Journey.Faults;

/// <summary>What a teacher says of a lecture over HTTP.</summary>
internal static class Requests
{
    private const string Facts = """
          "recorder": {"role": "employee"},
          "contains": {"sensitive": false, "confidential": false, "private": false, "personalIdentityNumbers": false},
          "participationOptions": {"cameraOptional": true, "microphoneOptional": true},
          "publication": {"kind": "canvas-course", "target": "COURSE"}, "storage": STORAGE
        """;

    private const string Teaching = """
          "audience": {"groups": ["students"]},
          "purpose": {"text": "Studenterna repeterar härledningarna.", "category": "education.lecture"},
          "necessity": {"achievableWithout": false, "justification": "Härledningarna finns inte i boken."},
          "legalBasis": {"kind": "public-interest"}, "availability": {"kind": "course-lifetime"}
        """;

    private const string Seminar = """
          "meeting": {"kind": "research"}, "audience": {"groups": ["employees"], "dependent": false},
          "purpose": {"text": "De som inte kunde vara med i mötet kan höra diskussionen.", "category": "research.seminar"},
          "necessity": {"achievableWithout": false, "justification": "Diskussionen går inte att återge i text."},
          "legalBasis": {"kind": "consent"}, "availability": {"kind": "for", "duration": "P30D"}
        """;

    /// <summary>Teaching, published in its course for the course's lifetime.</summary>
    public static string Normal(string course, bool inCloud = false) => Of(Teaching, course, inCloud);

    /// <summary>A seminar that rests on the consent of those who are there, published in a course.</summary>
    public static string Consented(string course, bool inCloud = false) => Of(Seminar, course, inCloud);

    private static string Of(string said, string course, bool inCloud) =>
        $"{{{said},{Facts}}}"
            .Replace("COURSE", course, StringComparison.Ordinal)
            .Replace(
                "STORAGE",
                inCloud ? """{"place": "zoom-cloud", "country": "SE"}""" : """{"place": "recorder-computer"}""",
                StringComparison.Ordinal
            );
}
