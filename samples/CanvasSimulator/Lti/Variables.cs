using System.Globalization;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Lti;

/// <summary>Fills the custom fields of a tool. A variable without a value arrives as its own name.</summary>
internal static class Variables
{
    public static string Fill(Call call, Course course, User user, string field)
    {
        var term = call.Truth.TermOf(course);
        var value = field switch
        {
            "$Canvas.course.id" => Number(course.Id),
            "$Canvas.course.workflowState" => course.State,
            "$Canvas.course.sisSourceId" => course.SisId,
            "$Canvas.course.endAt" => Moment(course.EndAt),
            "$Canvas.term.endAt" => Moment(term.EndAt),
            "$Canvas.user.id" => Number(user.Id),
            "$Canvas.account.id" => Number(course.AccountId),
            "$Canvas.api.domain" => call.Http.Request.Host.Value,
            "$Canvas.membership.roles" => string.Join(',', ToolRoles.Of(call, course, user)),
            _ => null,
        };
        return value ?? field;
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    // Without a zone, as Canvas writes it here and nowhere else.
    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
