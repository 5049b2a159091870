using CanvasConnector.Courses;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Courses;

/// <summary>A course's lifetime as it is read from a Canvas whose courses change.</summary>
public sealed class ReadLifetimeTests
{
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
