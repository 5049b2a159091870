using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Courses;

/// <summary>A course's lifetime as it is read from a Canvas whose courses change.</summary>
public sealed class ReadLifetimeTests
{
    private const string Restricted =
        """{"id":101,"workflow_state":"available","end_at":"2027-05-31T21:59:59Z","restrict_enrollments_to_course_dates":true}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadLifetime_SampleCourses_TellsWhyEachEnds()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        var physics = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);
        var statistics = await canvas.Courses.ReadLifetimeAsync(Campus.Statistics, Ct);
        var lab = await canvas.Courses.ReadLifetimeAsync(Campus.DataLab, Ct);
        var waves = await canvas.Courses.ReadLifetimeAsync(Campus.Electromagnetism, Ct);

        Assert.Equal((ClosingReason.CourseEnd, TestClock.Start.AddDays(90)), (physics.Reason, physics.ClosesAt));
        Assert.Equal((ClosingReason.TermEndStudents, TestClock.Start.AddDays(53)), (statistics.Reason, statistics.ClosesAt));
        Assert.Equal(TestClock.Start.AddDays(60), statistics.ConcludedAt);
        Assert.Equal((CourseCloses.Never, ClosingReason.NoEnd), (lab.Closes, lab.Reason));
        Assert.Equal("109876543210000001", waves.CourseId.Value);
    }

    [Fact]
    public async Task ReadLifetime_EndMovedBothWays_Follows()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        foreach (var days in new[] { 30, 200 })
        {
            var end = TestClock.Start.AddDays(days);
            await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[end_at]", end.ToString("O")));

            Assert.Equal(end, (await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct)).ClosesAt);
        }
    }

    [Fact]
    public async Task ReadLifetime_ConcludedByHandWithFutureEnd_IsClosedAlready()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        await campus.JsonAsync("DELETE /api/v1/courses/101?event=conclude", Ct);
        var concluded = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[event]", "offer"));
        var reopened = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal((CourseCloses.Already, ClosingReason.CompletedEarly), (concluded.Closes, concluded.Reason));
        Assert.Equal(TestClock.Start.AddDays(90), concluded.Inputs.EndAt);
        Assert.Equal((CourseCloses.At, TestClock.Start.AddDays(90)), (reopened.Closes, reopened.ClosesAt));
    }

    [Fact]
    public async Task ReadLifetime_OfferedAgainWithPastEndThatDoesNotCount_StaysOpen()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        await campus.JsonAsync("DELETE /api/v1/courses/103?event=conclude", Ct);
        await campus.JsonAsync("PUT /api/v1/courses/103", Ct, fields: ("course[event]", "offer"));
        campus.Clock.Now += TimeSpan.FromDays(1);
        var lifetime = await canvas.Courses.ReadLifetimeAsync(Campus.DataLab, Ct);

        Assert.Equal(TestClock.Start, lifetime.Inputs.EndAt);
        Assert.Equal((CourseCloses.Never, ClosingReason.NoEnd), (lifetime.Closes, lifetime.Reason));
    }

    [Fact]
    public async Task ReadLifetime_DeletedCourse_IsConfirmedByAnAdministratorOnly()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var admin = campus.Client();
        using var teacher = campus.Client("campus-teacher");

        await campus.JsonAsync("DELETE /api/v1/courses/101?event=delete", Ct);

        Assert.Equal(ClosingReason.Deleted, (await admin.Courses.ReadLifetimeAsync(Campus.Physics, Ct)).Reason);
        Assert.Equal(ClosingReason.NotFound, (await teacher.Courses.ReadLifetimeAsync(Campus.Physics, Ct)).Reason);
        Assert.Equal(CourseCloses.Undecidable, (await admin.Courses.ReadLifetimeAsync(new CanvasId<Course>("999999"), Ct)).Closes);
    }

    [Fact]
    public async Task ReadLifetime_UndeletedCourse_HasItsEndAgain()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        await campus.JsonAsync("DELETE /api/v1/courses/101?event=delete", Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[event]", "undelete"));
        var lifetime = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal(("unpublished", CourseCloses.At), (lifetime.Inputs.State, lifetime.Closes));
    }

    [Fact]
    public async Task ReadLifetime_SectionWithStudentsAndOwnDates_ClosesWithTheLast()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        var end = TestClock.Start.AddDays(150);
        var section = await campus.JsonAsync(
            "POST /api/v1/courses/101/sections",
            Ct,
            fields:
            [
                ("course_section[name]", "Late group"),
                ("course_section[end_at]", end.ToString("O")),
                ("course_section[restrict_enrollments_to_section_dates]", "true"),
            ]
        );

        var empty = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);
        await campus.JsonAsync(
            "POST /api/v1/courses/101/enrollments",
            Ct,
            fields:
            [
                ("enrollment[user_id]", "6"),
                ("enrollment[type]", "StudentEnrollment"),
                ("enrollment[course_section_id]", section.GetProperty("id").ToString()),
            ]
        );
        var populated = await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal(TestClock.Start.AddDays(90), empty.ClosesAt);
        Assert.Equal((ClosingReason.SectionEnd, end), (populated.Reason, populated.ClosesAt));
    }

    [Fact]
    public async Task ReadLifetime_OverrideWithoutEnd_MeansTheTermsEnd()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        await campus.JsonAsync("PUT /api/v1/accounts/1/terms/2", Ct, fields: ("enrollment_term[overrides][StudentEnrollment][end_at]", ""));
        var lifetime = await canvas.Courses.ReadLifetimeAsync(Campus.Statistics, Ct);

        Assert.Equal((ClosingReason.TermEnd, TestClock.Start.AddDays(60)), (lifetime.Reason, lifetime.ClosesAt));
    }

    [Theory]
    [InlineData(false, 90)]
    [InlineData(true, 130)]
    public async Task ReadLifetime_IndividualDates_CountOnlyWhereTheSettingSaysSo(bool honoured, int days)
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client(configure: options => options.HonourIndividualDates = honoured);
        await campus.JsonAsync(
            "POST /api/v1/courses/101/enrollments",
            Ct,
            fields:
            [
                ("enrollment[user_id]", "6"),
                ("enrollment[start_at]", TestClock.Start.ToString("O")),
                ("enrollment[end_at]", TestClock.Start.AddDays(130).ToString("O")),
            ]
        );

        Assert.Equal(TestClock.Start.AddDays(days), (await canvas.Courses.ReadLifetimeAsync(Campus.Physics, Ct)).ClosesAt);
    }

    [Fact]
    public async Task ReadLifetime_EveryStudentWithDatesOfTheirOwn_ClosesWithTheLastOfThem()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas
            .On("GET /api/v1/courses/101", Restricted)
            .On("GET /api/v1/accounts/1/terms", """{"enrollment_terms":[]}""")
            .On(
                "GET /api/v1/courses/101/sections",
                """[{"id":7,"restrict_enrollments_to_section_dates":false,"end_at":null,"total_students":2}]"""
            )
            .On(
                "GET /api/v1/courses/101/enrollments",
                """
                [{"id":1,"course_id":101,"user_id":6,"course_section_id":7,"start_at":"2027-01-01T00:00:00Z","end_at":"2027-03-01T00:00:00Z"},
                 {"id":2,"course_id":101,"user_id":7,"course_section_id":7,"start_at":"2027-01-01T00:00:00Z","end_at":"2027-02-01T00:00:00Z"}]
                """
            )
            .Client(options => options.HonourIndividualDates = true);

        var lifetime = await client.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal(
            (ClosingReason.IndividualEnd, new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero)),
            (lifetime.Reason, lifetime.ClosesAt)
        );
    }

    [Theory]
    [InlineData("\"2027-01-01T00:00:00Z\"", "null")]
    [InlineData("null", "\"2027-12-01T00:00:00Z\"")]
    public async Task ReadLifetime_StudentWithOneDateOnly_HasNone(string start, string end)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas
            .On("GET /api/v1/courses/101", Restricted)
            .On("GET /api/v1/accounts/1/terms", """{"enrollment_terms":[]}""")
            .On(
                "GET /api/v1/courses/101/sections",
                """[{"id":7,"restrict_enrollments_to_section_dates":false,"end_at":null,"total_students":1}]"""
            )
            .On(
                "GET /api/v1/courses/101/enrollments",
                $$"""[{"id":1,"course_id":101,"user_id":6,"course_section_id":7,"start_at":{{start}},"end_at":{{end}}}]"""
            )
            .Client(options => options.HonourIndividualDates = true);

        var lifetime = await client.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal(ClosingReason.CourseEnd, lifetime.Reason);
    }

    [Fact]
    public async Task ReadLifetime_TermInsideTheCourse_IsNotAskedForItsDates()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas
            .On(
                "GET /api/v1/courses/101",
                """
                {"id":101,"workflow_state":"available","end_at":null,"restrict_enrollments_to_course_dates":false,"enrollment_term_id":34,
                 "term":{"id":34,"end_at":"2030-01-01T00:00:00Z","overrides":{}}}
                """
            )
            .On(
                "GET /api/v1/accounts/1/terms",
                """
                {"enrollment_terms":[{"id":34,"end_at":"2027-06-05T03:59:59Z",
                 "overrides":{"TeacherEnrollment":{"start_at":null,"end_at":"2029-01-01T00:00:00Z"},"StudentEnrollment":{"start_at":null,"end_at":null}}}]}
                """
            )
            .On("GET /api/v1/courses/101/sections", "[]")
            .Client();

        var lifetime = await client.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal(
            (ClosingReason.TermEnd, new DateTimeOffset(2027, 6, 5, 3, 59, 59, TimeSpan.Zero)),
            (lifetime.Reason, lifetime.ClosesAt)
        );
    }

    [Fact]
    public async Task ReadLifetime_FromTheListing_IsWhatASingleReadingGives()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client(configure: options => options.HonourIndividualDates = true);
        await campus.JsonAsync(
            "POST /api/v1/courses/103/sections",
            Ct,
            fields: [("course_section[name]", "Own dates"), ("course_section[restrict_enrollments_to_section_dates]", "true")]
        );
        await campus.JsonAsync("DELETE /api/v1/courses/109876543210000001?event=conclude", Ct);
        var deleted = (await campus.JsonAsync("POST /api/v1/accounts/1/courses", Ct)).GetProperty("id").ToString();
        await campus.JsonAsync($"DELETE /api/v1/courses/{deleted}?event=delete", Ct);

        var terms = await canvas.Terms.ListAsync(Ct).ToDictionaryAsync(term => term.Id, cancellationToken: Ct);
        var listed = await canvas.Courses.ListForAccountAsync(new("1"), ct: Ct).ToListAsync(Ct);

        Assert.Contains(listed, course => course.Id.Value == deleted);
        foreach (var course in listed)
        {
            var single = await canvas.Courses.ReadLifetimeAsync(course.Id, Ct);
            var read = await canvas.Courses.ReadLifetimeAsync(course, terms[course.EnrollmentTermId!], ct: Ct);
            var remembered = await canvas.Courses.ReadLifetimeAsync(course, terms[course.EnrollmentTermId!], single.Inputs, Ct);

            Assert.Equal(Told(single), Told(read));
            Assert.Equal(Told(single), Told(remembered));
        }

        static (CourseCloses, DateTimeOffset?, ClosingReason, DateTimeOffset?) Told(CourseLifetime lifetime) =>
            (lifetime.Closes, lifetime.ClosesAt, lifetime.Reason, lifetime.ConcludedAt);
    }

    [Fact]
    public async Task ReadLifetime_WithSectionsKnown_AsksNothing()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.Client();
        var course = new Course
        {
            Id = Campus.Physics,
            WorkflowState = "available",
            EndAt = null,
            RestrictEnrollmentsToCourseDates = true,
        };
        var end = TestClock.Start.AddDays(3);
        var known = new CourseLifetimeInputs
        {
            CourseId = course.Id,
            Sections =
            [
                new(new("7"))
                {
                    Restrict = true,
                    EndAt = end,
                    Students = 2,
                },
            ],
        };

        var lifetime = await client.Courses.ReadLifetimeAsync(course, term: null, known, Ct);

        Assert.Equal((ClosingReason.SectionEnd, end), (lifetime.Reason, lifetime.ClosesAt));
        Assert.Empty(canvas.Seen);
    }

    [Fact]
    public async Task ReadLifetime_WithAnotherCoursesTerm_IsUndecidable()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET /api/v1/courses/101/sections", "[]").Client();
        var course = new Course
        {
            Id = Campus.Physics,
            WorkflowState = "available",
            EndAt = null,
            RestrictEnrollmentsToCourseDates = false,
            EnrollmentTermId = new("34"),
        };
        var other = new CanvasConnector.Terms.Term
        {
            Id = new("35"),
            EndAt = TestClock.Start,
            Overrides = System.Collections.Immutable.ImmutableDictionary<string, CanvasConnector.Terms.TermDates>.Empty,
        };

        var lifetime = await client.Courses.ReadLifetimeAsync(course, other, ct: Ct);

        Assert.Equal((CourseCloses.Undecidable, ClosingReason.FieldMissing), (lifetime.Closes, lifetime.Reason));
    }

    [Theory]
    [InlineData("""{"id":101,"access_restricted_by_date":true}""", ClosingReason.AccessRestricted)]
    [InlineData("""{"id":101,"workflow_state":"archived"}""", ClosingReason.UnknownState)]
    [InlineData("""{"id":101}""", ClosingReason.FieldMissing)]
    public async Task ReadLifetime_AnswerThatDecidesNothing_IsUndecidable(string course, ClosingReason reason)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET /api/v1/courses/101", course).Client();

        var lifetime = await client.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal((CourseCloses.Undecidable, reason), (lifetime.Closes, lifetime.Reason));
    }

    [Theory]
    [InlineData("""{"id":101,"workflow_state":"available","end_at":null}""", "{}")]
    [InlineData(
        """{"id":101,"workflow_state":"available","end_at":null,"restrict_enrollments_to_course_dates":false,"enrollment_term_id":2}""",
        """{"id":2,"end_at":"2027-06-05T03:59:59Z"}"""
    )]
    [InlineData(
        """{"id":101,"workflow_state":"available","restrict_enrollments_to_course_dates":true}""",
        """{"id":2,"end_at":null,"overrides":{}}"""
    )]
    public async Task ReadLifetime_IncludesDroppedByTheKey_IsUndecidable(string course, string term)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        var terms = term == "{}" ? "[]" : $"[{term}]";
        using var client = canvas
            .On("GET /api/v1/courses/101", course)
            .On("GET /api/v1/accounts/1/terms", $$"""{"enrollment_terms":{{terms}}}""")
            .On("GET /api/v1/courses/101/sections", "[]")
            .Client();

        var lifetime = await client.Courses.ReadLifetimeAsync(Campus.Physics, Ct);

        Assert.Equal((CourseCloses.Undecidable, ClosingReason.FieldMissing), (lifetime.Closes, lifetime.Reason));
    }

    [Fact]
    public async Task ReadLifetime_NotFoundByAProxy_IsNotADeletion()
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET /api/v1/courses/101", 404, "text/html", "<html>gone</html>").Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Courses.ReadLifetimeAsync(Campus.Physics, Ct));

        Assert.Equal(CanvasErrorKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task ListForUser_Teacher_GivesOwnCoursesUntilTheyEnd()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        var before = await ListAsync(canvas);
        campus.Clock.Now += TimeSpan.FromDays(100);
        var after = await ListAsync(canvas);

        Assert.Equal(["101", "102", "103"], before);
        Assert.Equal(["101", "103"], after);

        async Task<List<string>> ListAsync(CanvasClient client)
        {
            var ids = new List<string>();
            await foreach (var course in client.Courses.ListForUserAsync(new("2"), CanvasConnector.Enrollments.EnrollmentType.Teacher, Ct))
                ids.Add(course.Id.Value);
            return ids;
        }
    }

    [Fact]
    public async Task GetCourse_Sample_KeepsNullAndFlagsApart()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();

        var course = await canvas.Courses.GetAsync(Campus.DataLab, Ct);

        Assert.StartsWith("DATN02", course.Name, StringComparison.Ordinal);
        Assert.Equal((true, null), (course.EndAt.IsSet, course.EndAt.Value));
        Assert.Equal((false, false), (course.IsPublic, course.Concluded));
        Assert.Equal("Default Term", course.Term!.Name);
        Assert.Null(course.Term.Overrides);
    }

    [Fact]
    public async Task ListActiveTeachers_CourseWithTwo_GivesEachOnceUntilItIsConcluded()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var canvas = campus.Client();
        await campus.JsonAsync(
            "POST /api/v1/courses/101/enrollments",
            Ct,
            fields: [("enrollment[user_id]", "2"), ("enrollment[type]", "TeacherEnrollment"), ("enrollment[enrollment_state]", "active")]
        );

        var teachers = await canvas.Enrollments.ListActiveTeachersAsync(Campus.Physics, Ct);
        await campus.JsonAsync("DELETE /api/v1/courses/101?event=conclude", Ct);

        Assert.Equal(["2", "4"], teachers.Select(teacher => teacher.Value).ToArray());
        Assert.Empty(await canvas.Enrollments.ListActiveTeachersAsync(Campus.Physics, Ct));
    }
}
