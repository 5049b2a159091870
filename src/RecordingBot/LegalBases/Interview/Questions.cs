using System.Collections.Immutable;

namespace RecordingBot.LegalBases.Interview;

/// <summary>The interview, in its order. Which of them are put is for the rules to say.</summary>
public static class Questions
{
    public const string Meeting = "meeting";
    public const string Course = "meeting.course";
    public const string Kind = "meeting.kind";
    public const string Publication = "publication";
    public const string Availability = "availability";
    public const string Storage = "storage";
    public const string Groups = "audience.groups";

    /// <summary>The four that one "none" answers.</summary>
    public const string Contains = "contains.";

    public static readonly ImmutableArray<Question> All =
    [
        new(Meeting, AnswerKind.Meeting),
        new(Course, AnswerKind.Course),
        new(Kind, AnswerKind.Choice, "teaching", "examination", "authority-exercise", "research", "other"),
        new("recorder.role", AnswerKind.Choice, "employee", "student"),
        new("purpose.text", AnswerKind.Text),
        new("purpose.category", AnswerKind.Category),
        new("necessity.achievableWithout", AnswerKind.YesOrNo),
        new("necessity.justification", AnswerKind.Text),
        new("necessity.achievableAnonymously", AnswerKind.YesOrNo),
        new(
            "legalBasis.kind",
            AnswerKind.Choice,
            "public-interest",
            "consent",
            "contract",
            "legal-obligation",
            "official-authority",
            "vital-interests",
            "legitimate-interests"
        ),
        new("legalBasis.reference", AnswerKind.Text),
        new(Groups, AnswerKind.Groups, "students", "employees", "external"),
        new("audience.dependent", AnswerKind.YesOrNo),
        new("audience.onlyContractParties", AnswerKind.YesOrNo),
        new("contains.sensitive", AnswerKind.YesOrNo),
        new("contains.confidential", AnswerKind.YesOrNo),
        new("contains.private", AnswerKind.YesOrNo),
        new("contains.personalIdentityNumbers", AnswerKind.YesOrNo),
        new("participationOptions.cameraOptional", AnswerKind.YesOrNo),
        new("participationOptions.microphoneOptional", AnswerKind.YesOrNo),
        new("participationOptions.reason", AnswerKind.Text),
        new("research.externalPartner", AnswerKind.YesOrNo),
        new("approvals.ethics", AnswerKind.Text) { WayOutOf = "research.ethics" },
        new("approvals.jointControllers", AnswerKind.Text),
        new(Storage, AnswerKind.Storage, "recorder-computer", "removable-encrypted", "removable", "zoom-cloud"),
        new("storage.country", AnswerKind.Text),
        new(Publication, AnswerKind.Publication, "canvas-course", "none", "later", "open-internet") { Always = true },
        new(Availability, AnswerKind.Availability, "course-lifetime") { Always = true },
        new("deviationReason", AnswerKind.Text),
        new("caseRecord", AnswerKind.YesOrNo),
    ];

    /// <summary>The question of an id.</summary>
    public static Question Of(string path) => All.First(question => question.Path == path);
}
