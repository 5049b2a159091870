using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.Users;
using CanvasSimulator.World;

namespace CanvasSimulator.Conversations;

/// <summary>Canvas's inbox: the answer to a new message is an array, one thread for each recipient.</summary>
internal static class ConversationDoor
{
    private const int MostRecipients = 100;
    private const int LongestSubject = 255;
    private const int LongestExcerpt = 100;

    public static void Map(Routes routes)
    {
        routes.Get("/conversations", List);
        routes.Get("/conversations/{id}", Get);
        routes.Post("/conversations", Create);
    }

    private static Answer List(Call call)
    {
        var sent = call.Fields.Text("scope") == "sent";
        var shown = call.Truth.Conversations.Where(thread =>
            sent ? thread.SenderId == call.Caller.Id : thread.Recipients.Contains(call.Caller.Id)
        );
        return call.Page(shown.Reverse(), thread => ToJson(call, thread));
    }

    private static Answer Get(Call call)
    {
        var id = call.RouteId("id");
        var thread =
            call.Truth.Conversations.Find(known =>
                known.Id == id && (known.SenderId == call.Caller.Id || known.Recipients.Contains(call.Caller.Id))
            ) ?? throw RefusalException.NotFound();
        var json = ToJson(call, thread);
        json["messages"] = new JsonArray(
            new JsonObject
            {
                ["id"] = thread.Id,
                ["created_at"] = thread.At.Iso(),
                ["body"] = thread.Body,
                ["author_id"] = thread.SenderId,
            }
        );
        return Answer.Ok(json);
    }

    private static Answer Create(Call call)
    {
        var recipients = Recipients(call);
        var subject = call.Fields.Text("subject") ?? "";
        if (subject.Length > LongestSubject)
            throw RefusalException.Invalid("subject", "too_long");
        var together = call.Fields.Flag("group_conversation") == true && call.Fields.Flag("bulk_message") != true;
        var threads = together ? [recipients] : recipients.ConvertAll(recipient => new List<long> { recipient });
        var body = call.Fields.Need("body");
        var made = threads.ConvertAll(members => new Conversation
        {
            Id = call.Truth.NextId(),
            SenderId = call.Caller.Id,
            Recipients = members,
            Subject = subject,
            Body = body,
            Context = call.Fields.Text("context_code"),
            At = call.Now,
        });
        call.Truth.Conversations.AddRange(made);
        return new Answer(201, new JsonArray([.. made.Select(thread => ToJson(call, thread))]));
    }

    private static List<long> Recipients(Call call)
    {
        var recipients = call.Fields.All("recipients").SelectMany(text => Resolve(call, text)).Distinct().ToList();
        if (recipients.Count == 0)
            throw RefusalException.Invalid("recipients", "blank");
        if (recipients.Count > MostRecipients && call.Fields.Flag("group_conversation") != true)
            throw RefusalException.Invalid("recipients", "too many for group_conversation = false");
        return recipients;
    }

    private static IEnumerable<long> Resolve(Call call, string text)
    {
        const string course = "course_";
        if (!text.StartsWith(course, StringComparison.Ordinal))
            return [call.UserById(text).Id];
        var id = Ids.Parse(text[course.Length..]);
        return call
            .Truth.Enrollments.Where(enrollment => enrollment.CourseId == id && enrollment.IsCurrent)
            .Select(enrollment => enrollment.UserId)
            .Where(user => user != call.Caller.Id);
    }

    private static JsonObject ToJson(Call call, Conversation thread) =>
        new()
        {
            ["id"] = thread.Id,
            ["subject"] = thread.Subject,
            ["workflow_state"] = "unread",
            ["last_message"] = thread.Body.Length > LongestExcerpt ? thread.Body[..LongestExcerpt] + "..." : thread.Body,
            ["last_message_at"] = thread.At.Iso(),
            ["message_count"] = 1,
            ["private"] = thread.Recipients.Count == 1,
            ["context_code"] = thread.Context,
            ["audience"] = new JsonArray([.. thread.Recipients.Select(id => JsonValue.Create(id))]),
            ["participants"] = new JsonArray([
                .. call.Truth.Users.Where(user => user.Id == thread.SenderId || thread.Recipients.Contains(user.Id)).Select(UserJson.Short),
            ]),
        };
}
