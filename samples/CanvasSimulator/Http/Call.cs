using CanvasSimulator.Access;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>One call on its way through a door: who asks what, of which truth, and when.</summary>
internal sealed class Call(HttpContext http, Fields fields, CanvasWorld world, Truth truth, User? caller)
{
    public HttpContext Http => http;

    public Fields Fields => fields;

    public CanvasWorld World => world;

    public Truth Truth => truth;

    public DateTimeOffset Now { get; } = world.Now;

    public User Caller => caller ?? throw new InvalidOperationException("This door is open to callers without a token.");

    public User? CallerIfAny => caller;

    /// <summary>A running fault says that every course is full.</summary>
    public bool QuotaFull { get; init; }

    public string BaseAddress => $"{http.Request.Scheme}://{http.Request.Host}";

    public string Route(string name) => (string)http.Request.RouteValues[name]!;

    public HashSet<string> Include => fields.All("include");

    public CourseAccess AccessTo(Course course) => CourseAccess.Of(truth, course, caller, Now);

    public Answer Refusal() =>
        new(
            world.Habits.RefusalStatus,
            new System.Text.Json.Nodes.JsonObject
            {
                ["status"] = "unauthorized",
                ["errors"] = new System.Text.Json.Nodes.JsonArray(
                    new System.Text.Json.Nodes.JsonObject { ["message"] = "user not authorized to perform that action" }
                ),
            }
        );

    public void Demand(bool allowed)
    {
        if (!allowed)
            throw new RefusalException(Refusal());
    }
}
