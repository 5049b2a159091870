using RecordingBot.Tests.Channels;

namespace RecordingBot.Tests.LegalBases;

/// <summary>Under the rules of Borås: each kind of meeting is asked what its rules need, and nothing else.</summary>
public sealed class InterviewKindsTests(InterviewKindsTests.BorasHouse boras) : IClassFixture<InterviewKindsTests.BorasHouse>
{
    /// <summary>What anyone answers, whatever the meeting is.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["purpose.text"] = "The recording is used to check what was said afterwards.",
        ["necessity.achievableWithout"] = "no",
        ["necessity.justification"] = "Notes can't hold the derivations that are shown on the screen.",
        ["audience.groups"] = "students",
        ["contains.sensitive"] = "none",
        ["participationOptions.cameraOptional"] = "yes",
        ["participationOptions.microphoneOptional"] = "yes",
        ["storage"] = "recorder-computer",
        ["publication"] = "nowhere",
        ["availability"] = "3 months",
    };

    [Fact]
    public async Task Teaching_InThePublicInterest_IsAskedForItsPlaceInTheRegister()
    {
        var teacher = await AtAsync("Register", await boras.House.NewCourseAsync());
        await teacher.AnswerAsync(With(("legalBasis.kind", "public-interest")));

        Assert.Equal("purpose.category", teacher.Asked);
        Assert.Contains("Education: seminar", teacher.Buttons);
        await teacher.SayAsync("Education: seminar");
        await teacher.AnswerAsync(Usual);

        Assert.Contains("Category in the register: Education: seminar", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("With these answers the meeting may be recorded", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teaching_ForAPurposeThatTheRegisterLacks_GoesToTheDataProtectionOfficer()
    {
        var teacher = await AtAsync("Not in the register", await boras.House.NewCourseAsync());

        await teacher.AnswerAsync(With(("legalBasis.kind", "public-interest"), ("purpose.category", "marketing.film")));

        Assert.Equal("review", teacher.Asked);
        Assert.Contains("the data protection officer has to answer first", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("[basis.public-interest-registered]", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AuthorityExercise_IsAskedWhetherItIsACase_AndArchivesIt()
    {
        var teacher = await OtherAsync("A hearing", "authority-exercise");
        await teacher.AnswerAsync(With(("legalBasis.kind", "official-authority")));

        Assert.Equal("caseRecord", teacher.Asked);
        await teacher.SayAsync("yes");
        await teacher.SayAsync("decide");

        Assert.Contains("[retention.delete-or-archive]", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examination_IsAskedForItsCourseAndWhetherItIsACase()
    {
        var teacher = await AtAsync("Oral exam", await boras.House.NewCourseAsync());
        await teacher.AnswerAsync(With(("legalBasis.kind", "official-authority"), ("publication", "later")));
        await teacher.PressAsync(teacher.Cards[^1], "Change", "Kind of meeting");
        await teacher.SayAsync("Examination");

        Assert.Equal("caseRecord", teacher.Asked);
    }

    [Fact]
    public async Task OtherMeeting_IsNotAskedAboutResearchOrCases()
    {
        var teacher = await OtherAsync("A board", "other");

        await teacher.AnswerAsync(With(("legalBasis.kind", "legal-obligation"), ("legalBasis.reference", "SFS 2026:1, 3 §")));

        Assert.Equal("review", teacher.Asked);
        Assert.DoesNotContain("Part of a case", teacher.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Partner outside", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Research_WithAPartner_IsAskedWhoIsController()
    {
        var teacher = await OtherAsync("An interview study", "research");

        await teacher.AnswerAsync(
            With(
                ("legalBasis.kind", "public-interest"),
                ("purpose.category", "research.dissemination"),
                ("necessity.achievableAnonymously", "no"),
                ("research.externalPartner", "yes")
            )
        );

        Assert.Equal("approvals.jointControllers", teacher.Asked);
        await teacher.SayAsync("Agreement 12/2026");
        await teacher.AnswerAsync(Usual);
        Assert.Equal("review", teacher.Asked);
    }

    [Fact]
    public async Task Research_OnSensitiveData_IsRefusedUntilItsApprovalIsNamed()
    {
        var teacher = await OtherAsync("A health study", "research");
        await teacher.AnswerAsync(
            With(
                ("legalBasis.kind", "public-interest"),
                ("purpose.category", "research.dissemination"),
                ("necessity.achievableAnonymously", "no"),
                ("research.externalPartner", "no"),
                ("contains.sensitive", "yes"),
                ("contains.confidential", "no"),
                ("contains.private", "no"),
                ("contains.personalIdentityNumbers", "no"),
                ("storage", "removable-encrypted")
            )
        );
        Assert.Contains("Ethical approval: not given", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("[research.ethics]", teacher.Heard, StringComparison.Ordinal);

        await teacher.PressAsync(teacher.Cards[^1], "Change", "Ethical approval");
        await teacher.SayAsync("Ethical Review Authority, 2026-0123");

        Assert.DoesNotContain("[research.ethics]", teacher.Heard, StringComparison.Ordinal);
        Assert.Contains("the data protection officer has to answer first", teacher.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Student_WithAnotherBasisThanConsent_IsShownTheLawfulWay()
    {
        var student = await OtherAsync("Group work", "other", "student");

        await student.AnswerAsync(With(("legalBasis.kind", "public-interest"), ("purpose.category", "education.seminar")));
        Assert.Contains("[recorder.student]", student.Heard, StringComparison.Ordinal);
        await student.PressAsync(student.Cards[^1], "Change", "Legal basis");
        await student.SayAsync("Consent");

        Assert.Contains("With these answers the meeting may be recorded", student.Heard, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> With(params (string Question, string Answer)[] more)
    {
        var answers = new Dictionary<string, string>(Usual, StringComparer.Ordinal);
        foreach (var (question, answer) in more)
            answers[question] = answer;
        return answers;
    }

    private async Task<Talker> OtherAsync(string topic, string kind, string account = "teacher")
    {
        var talker = await AtAsync(topic, null, account);
        await talker.SayAsync("no course");
        await talker.SayAsync(kind);
        return talker;
    }

    private async Task<Talker> AtAsync(string topic, string? course, string account = "teacher")
    {
        await boras.House.PlanAsync(topic, course, account);
        var talker = await boras.House.TalkerAsync(account);
        await talker.SayAsync("english");
        await talker.SayAsync("cancel");
        await talker.SayAsync("record");
        await talker.SayAsync(talker.Buttons.Single(button => button.StartsWith(topic + ",", StringComparison.Ordinal)));
        return talker;
    }

    /// <summary>The bot under the rules of Borås.</summary>
    public sealed class BorasHouse : IAsyncLifetime
    {
        public BotHouse House { get; } = new() { Pack = "boras" };

        public ValueTask InitializeAsync() => House.InitializeAsync();

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }
}
