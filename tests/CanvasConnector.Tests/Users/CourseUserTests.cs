using CanvasConnector.Courses;
using CanvasConnector.Enrollments;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Users;

public sealed class CourseUserTests
{
    private const string Users = "GET /api/v1/courses/101/users";
    private static readonly CanvasId<Course> Course = new("101");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "?enrollment_type[]=teacher&enrollment_state[]=active&per_page=100")]
    [InlineData(
        false,
        "?enrollment_type[]=teacher&enrollment_state[]=active&enrollment_state[]=invited&enrollment_state[]=completed&per_page=100"
    )]
    public async Task ListOfCourse_Teachers_AsksForTheRoleAndTheStates(bool active, string query)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On(Users, """[{"id":2,"name":"Test Teacher"},{"id":"109876543210000002"}]""").Client();

        var users = new List<string>();
        await foreach (var user in client.Users.ListOfCourseAsync(Course, EnrollmentType.Teacher, active, Ct))
            users.Add(user.Id.Value);

        Assert.Equal(["2", "109876543210000002"], users);
        Assert.Equal(query, Uri.UnescapeDataString(canvas.Seen.Single().Query));
    }
}
