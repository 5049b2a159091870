using CanvasSimulator.Accounts;
using CanvasSimulator.Conversations;
using CanvasSimulator.Courses;
using CanvasSimulator.Discussions;
using CanvasSimulator.Enrollments;
using CanvasSimulator.Files;
using CanvasSimulator.Http;
using CanvasSimulator.Lti;
using CanvasSimulator.Modules;
using CanvasSimulator.Sandbox;
using CanvasSimulator.SignIn;
using CanvasSimulator.Users;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Routing;

namespace CanvasSimulator;

/// <summary>Every path of this Canvas.</summary>
public static class CanvasDoors
{
    /// <summary>Maps Canvas's own paths, the upload's address, downloads, and <c>/sandbox</c>.</summary>
    public static void MapCanvas(this IEndpointRouteBuilder endpoints, CanvasWorld world)
    {
        var routes = new Routes(endpoints, world);
        AccountDoor.Map(routes);
        TermDoor.Map(routes);
        AccountCourseDoor.Map(routes);
        CourseDoor.Map(routes);
        SectionDoor.Map(routes);
        EnrollmentDoor.Map(routes);
        UserDoor.Map(routes);
        RightsDoor.Map(routes);
        FileDoor.Map(routes);
        FolderDoor.Map(routes);
        UploadDoor.Map(routes);
        ModuleDoor.Map(routes);
        ModuleItemDoor.Map(routes);
        DiscussionDoor.Map(routes);
        ConversationDoor.Map(routes);
        AuthorizeDoor.Map(routes);
        TokenDoor.Map(routes);
        LtiDoor.Map(routes);
        SandboxDoor.Map(routes);
        routes.MapUnknown();
    }
}
