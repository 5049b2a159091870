using System.Net;
using CanvasConnector.Errors;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Who may do what in Campus's Canvas, as the facts sheet has it.</summary>
public sealed class AccessTests
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Teacher_AfterTheEnd_ReadsButNoLongerDeletes()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var admin = campus.Client();
        using var teacher = campus.Client("campus-teacher");
        var folder = await teacher.Folders.EnsureLockedAsync(Campus.Statistics, "Recordings", Ct);
        var file = await teacher.UploadAsync(Campus.Statistics, folder, "a.mp4", Bytes, Ct);

        campus.Clock.Now += TimeSpan.FromDays(61);
        Assert.Equal(file.Id, (await teacher.Files.GetAsync(file.Id, Ct)).Id);
        var fault = await Assert.ThrowsAsync<CanvasException>(() => teacher.Files.DeleteAsync(file.Id, Ct));

        Assert.Equal(CanvasErrorKind.Forbidden, fault.Kind);
        Assert.Equal(Removal.Removed, await admin.Files.DeleteAsync(file.Id, Ct));
    }

    [Fact]
    public async Task Teacher_AfterConclusionByHand_GetsRightsBackOnReopening()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var teacher = campus.Client("campus-teacher");

        await campus.JsonAsync("DELETE /api/v1/courses/101", Ct, fields: ("event", "conclude"));
        var fault = await Assert.ThrowsAsync<CanvasException>(() => teacher.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct));
        await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[event]", "unconclude"));

        Assert.Equal(CanvasErrorKind.Forbidden, fault.Kind);
        Assert.True((await teacher.Folders.EnsureLockedAsync(Campus.Physics, "Recordings", Ct)).Locked);
        Assert.Null((await teacher.Courses.GetAsync(Campus.Physics, Ct)).EndAt.Value);
    }

    [Fact]
    public async Task Teacher_WhoseTermEndsLater_StaysLongerThanTheStudents()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var teacher = campus.Client("campus-teacher");
        campus.Clock.Now += TimeSpan.FromDays(55);

        var course = await teacher.Courses.GetAsync(Campus.Statistics, Ct);
        var folder = await teacher.Folders.EnsureLockedAsync(Campus.Statistics, "Recordings", Ct);

        Assert.False(course.Concluded);
        Assert.True(folder.Locked);
    }

    [Fact]
    public async Task TermInsideCourse_ForAnEnrolledCaller_IsMergedWithTheirRole()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var admin = campus.Client();
        using var student = campus.Client("campus-student");

        var raw = await admin.Courses.GetAsync(Campus.Statistics, Ct);
        var merged = await student.Courses.GetAsync(Campus.Statistics, Ct);

        Assert.Equal(TestClock.Start.AddDays(60), raw.Term!.EndAt.Value);
        Assert.Equal(TestClock.Start.AddDays(53), merged.Term!.EndAt.Value);
    }

    [Theory]
    [InlineData("unpublished", false, HttpStatusCode.Unauthorized)]
    [InlineData("ended", false, HttpStatusCode.OK)]
    [InlineData("ended", true, HttpStatusCode.Unauthorized)]
    public async Task Student_WithoutPlaceInTheCourseToday_ReadsOnlyAPastThatIsOpen(string state, bool restrictPast, HttpStatusCode status)
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync(
            "PUT /api/v1/courses/101/settings",
            Ct,
            fields: ("restrict_student_past_view", restrictPast ? "true" : "false")
        );
        if (state == "unpublished")
            await campus.JsonAsync("PUT /api/v1/courses/101", Ct, fields: ("course[event]", "claim"));
        else
            campus.Clock.Now += TimeSpan.FromDays(91);

        using var answer = await campus.SendAsync("GET /api/v1/courses/101", Ct, token: "campus-student");

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Student_BarredByDate_GetsTheIdAlone()
    {
        await using var campus = await Campus.StartAsync(Ct);
        await campus.JsonAsync("PUT /api/v1/courses/101/settings", Ct, fields: ("restrict_student_past_view", "1"));
        campus.Clock.Now += TimeSpan.FromDays(91);

        var course = await campus.JsonAsync("GET /api/v1/courses/101?include[]=access_restricted_by_date", Ct, token: "campus-student");

        Assert.Equal("""{"id":101,"access_restricted_by_date":true}""", course.GetRawText());
    }

    [Fact]
    public async Task Student_HiddenFile_IsNotListedButOpensByLink()
    {
        await using var campus = await Campus.StartAsync(Ct);
        using var admin = campus.Client();
        var folder = await admin.Folders.EnsureOpenAsync(Campus.Physics, "Open", Ct);
        var file = await admin.UploadAsync(Campus.Physics, folder, "a.mp4", Bytes, Ct);
        await admin.Files.UpdateAsync(file.Id, new() { Hidden = true }, Ct);

        var listed = await campus.JsonAsync($"GET /api/v1/folders/{folder.Id}/files", Ct, token: "campus-student");
        using var opened = await campus.SendAsync($"GET /files/{file.Id}/download", Ct, token: "campus-student");

        Assert.Empty(listed.EnumerateArray());
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Theory]
    [InlineData("GET /api/v1/accounts/1/courses")]
    [InlineData("GET /api/v1/accounts/1/terms")]
    [InlineData("GET /api/v1/courses/101/files/quota")]
    [InlineData("PUT /api/v1/courses/101?course[name]=x")]
    [InlineData("DELETE /api/v1/courses/101?event=delete")]
    [InlineData("POST /api/v1/courses/101/modules?module[name]=x")]
    [InlineData("POST /api/v1/courses/101/files?name=x")]
    public async Task Student_WhatTheyMayNot_IsRefused(string call)
    {
        await using var campus = await Campus.StartAsync(Ct);

        using var answer = await campus.SendAsync(call, Ct, token: "campus-student");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task CourseAdmin_ReadsEveryCourse()
    {
        await using var campus = await Campus.StartAsync(Ct);

        var courses = await campus.JsonAsync("GET /api/v1/accounts/self/courses", Ct, token: "campus-course-admin");

        Assert.Equal(4, courses.GetArrayLength());
    }
}
