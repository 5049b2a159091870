using System.Globalization;
using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Sandbox;

/// <summary>Makes thousands of courses in one call, for measurements.</summary>
internal static class ManyCoursesDoor
{
    private const int Most = 200_000;

    public static void Map(Routes routes) => routes.Open("POST", "/sandbox/courses", Make, changes: true);

    private static Answer Make(Call call)
    {
        var count = call.Fields.Number("count") ?? 0;
        if (count is < 1 or > Most)
            throw RefusalException.BadRequest($"count is a number from 1 to {Most}");
        var term = Ids.Parse(call.Fields.Text("enrollment_term_id")) ?? call.Truth.Terms[0].Id;
        var account = Ids.Parse(call.Fields.Text("account_id")) ?? call.Truth.Accounts[^1].Id;
        if (!call.Truth.Terms.Exists(known => known.Id == term) || !call.Truth.Accounts.Exists(known => known.Id == account))
            throw RefusalException.NotFound();
        var first = call.Truth.LastId + 1;
        for (var made = 0; made < count; made++)
            Add(call, made, term, account);
        return Answer.Ok(new JsonObject { ["count"] = count, ["first_id"] = first });
    }

    private static void Add(Call call, int number, long term, long account)
    {
        var id = call.Truth.NextId();
        var course = new Course
        {
            Id = id,
            AccountId = account,
            TermId = term,
            Name = string.Create(CultureInfo.InvariantCulture, $"Course {number + 1}"),
            Code = string.Create(CultureInfo.InvariantCulture, $"C{number + 1}"),
            Uuid = id.ToString("x40", CultureInfo.InvariantCulture),
            State = "available",
            CreatedAt = call.Now,
        };
        call.Truth.AddCourse(course);
        call.Truth.AddSection(course, course.Name);
    }
}
