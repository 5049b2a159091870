using System.Globalization;
using CanvasSimulator.World;

namespace CanvasSimulator.Http;

/// <summary>Finds things by the ids of a path: digits, <c>shard~id</c>, <c>self</c> and SIS ids.</summary>
internal static class Ids
{
    private const long Shard = 10_000_000_000_000;

    public static long? Parse(string? text)
    {
        var parts = text?.Split('~');
        return parts switch
        {
            [var id] when Number(id) is { } number => number,
            [var shard, var id] when Number(shard) is { } s && Number(id) is { } number && s < long.MaxValue / Shard => (s * Shard)
                + number,
            _ => null,
        };
    }

    public static Account Account(this Call call)
    {
        var text = call.Route("account_id");
        var id = text == "self" ? 1 : Parse(text);
        return call.Truth.Accounts.Find(account => account.Id == id) ?? throw RefusalException.NotFound();
    }

    /// <summary>The course of the path; a deleted one only where it is asked for.</summary>
    public static Course Course(this Call call, bool deletedToo = false)
    {
        var text = call.Route("course_id");
        const string sis = "sis_course_id:";
        var course = text.StartsWith(sis, StringComparison.Ordinal)
            ? call.Truth.Courses.Find(known => known.SisId == text[sis.Length..])
            : call.Truth.Courses.Find(known => known.Id == Parse(text));
        return course is not null && (deletedToo || course.State != "deleted") ? course : throw RefusalException.NotFound();
    }

    public static User User(this Call call) => call.UserById(call.Route("user_id"));

    public static User UserById(this Call call, string text)
    {
        if (text == "self")
            return call.Caller;
        return call.Truth.Users.Find(user => user.Id == Parse(text)) ?? throw RefusalException.NotFound();
    }

    public static long RouteId(this Call call, string name) => Parse(call.Route(name)) ?? throw RefusalException.NotFound();

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
