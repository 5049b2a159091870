using CanvasConnector.Courses;
using CanvasConnector.Enrollments;
using CanvasConnector.Http;

namespace CanvasConnector.Users;

/// <summary>Users (Users API, Courses API).</summary>
public sealed class UserCalls
{
    private readonly CanvasSender sender;
    private readonly CanvasPager pager;

    internal UserCalls(CanvasSender sender, CanvasPager pager) => (this.sender, this.pager) = (sender, pager);

    /// <summary>The user to whom the token belongs; a cheap proof that the token works.</summary>
    public Task<CanvasUser> SelfAsync(CancellationToken ct = default) => sender.ReadAsync<CanvasUser>(CanvasCall.Get("users/self"), ct);

    /// <summary>Who is in the course in this role, each once.</summary>
    /// <param name="course">The course.</param>
    /// <param name="type">The role.</param>
    /// <param name="active">Only those whose place is active today; else also invited and concluded ones.</param>
    /// <param name="ct">Ends the listing.</param>
    public IAsyncEnumerable<CanvasUser> ListOfCourseAsync(
        CanvasId<Course> course,
        EnrollmentType type,
        bool active,
        CancellationToken ct = default
    )
    {
        string[] states = active ? ["active"] : ["active", "invited", "completed"];
        var call = CanvasCall.Get($"courses/{course}/users").Ask("enrollment_type[]", type.ShortName()).Ask("enrollment_state[]", states);
        return pager.ReadAllAsync<CanvasUser>(call, ct);
    }
}
