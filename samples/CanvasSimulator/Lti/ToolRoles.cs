using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Lti;

/// <summary>A person's roles in a course, as LTI names them.</summary>
internal static class ToolRoles
{
    private const string Names = "http://purl.imsglobal.org/vocab/lis/v2/";

    public static List<string> Of(Call call, Course course, User user)
    {
        var own = call.Truth.EnrollmentsOf(course).Where(e => e.UserId == user.Id && e.State != "deleted").Select(e => Name(e.Type));
        var roles = own.Distinct(StringComparer.Ordinal).ToList();
        if (user.IsAccountAdmin)
            roles.Add(Names + "institution/person#Administrator");
        return roles;
    }

    private static string Name(string type) =>
        Names
        + type switch
        {
            "TeacherEnrollment" => "membership#Instructor",
            "TaEnrollment" => "membership/Instructor#TeachingAssistant",
            "DesignerEnrollment" => "membership#ContentDeveloper",
            "ObserverEnrollment" => "membership#Mentor",
            _ => "membership#Learner",
        };
}
