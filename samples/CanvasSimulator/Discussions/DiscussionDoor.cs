using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Discussions;

/// <summary>Announcements and other discussions; students see those that are published and whose time has come.</summary>
internal static class DiscussionDoor
{
    public static void Map(Routes routes)
    {
        const string all = "/courses/{course_id}/discussion_topics";
        routes.Get(all, List);
        routes.Post(all, Create);
        routes.Get(all + "/{id}", call => Answer.Ok(DiscussionJson.Of(call, Find(call))));
        routes.Put(all + "/{id}", Update);
        routes.Delete(all + "/{id}", Delete);
    }

    private static Answer List(Call call)
    {
        var course = call.Course();
        var access = call.AccessTo(course);
        call.Demand(access.Reads);
        var announcements = call.Fields.Flag("only_announcements") == true;
        var search = call.Fields.Text("search_term") ?? "";
        var shown = call
            .Truth.TopicsOf(course)
            .Where(topic => topic.IsAnnouncement == announcements && (access.ReadsAll || topic.IsOpenAt(call.Now)))
            .Where(topic => topic.Title.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(topic => topic.PostedAt)
            .ThenByDescending(topic => topic.Id);
        return call.Page(shown, topic => DiscussionJson.Of(call, topic));
    }

    private static Answer Create(Call call)
    {
        var course = call.Course();
        call.Demand(call.AccessTo(course).Manages);
        var topic = new DiscussionTopic
        {
            Id = call.Truth.NextId(),
            CourseId = course.Id,
            AuthorId = call.Caller.Id,
            Title = "No Title",
            IsAnnouncement = call.Fields.Flag("is_announcement") == true,
            Published = true,
            PostedAt = call.Now,
        };
        Apply(call.Fields, topic, course);
        call.Truth.Topics.Add(topic);
        return Answer.Ok(DiscussionJson.Of(call, topic));
    }

    private static Answer Update(Call call)
    {
        var topic = Find(call, manages: true);
        Apply(call.Fields, topic, call.Course());
        return Answer.Ok(DiscussionJson.Of(call, topic));
    }

    private static Answer Delete(Call call)
    {
        var topic = Find(call, manages: true);
        topic.Deleted = true;
        return Answer.Ok(DiscussionJson.Of(call, topic));
    }

    private static DiscussionTopic Find(Call call, bool manages = false)
    {
        var course = call.Course();
        var access = call.AccessTo(course);
        call.Demand(manages ? access.Manages : access.Reads);
        var id = call.RouteId("id");
        return call.Truth.TopicsOf(course).FirstOrDefault(topic => topic.Id == id && (access.ReadsAll || topic.IsOpenAt(call.Now)))
            ?? throw RefusalException.NotFound();
    }

    private static void Apply(Fields fields, DiscussionTopic topic, Course course)
    {
        fields.WhenGiven("title", name => topic.Title = fields.Text(name) ?? topic.Title);
        fields.WhenGiven("message", name => topic.Message = fields.Text(name) ?? "");
        fields.WhenGiven("delayed_post_at", name => topic.DelayedPostAt = fields.Moment(name));
        fields.WhenGiven("lock_at", name => topic.LockAt = EndOfDay(fields.Moment(name), course));
        // An announcement is never a draft: it can only wait for its day.
        if (!topic.IsAnnouncement)
            fields.WhenGiven("published", name => topic.Published = fields.Flag(name) == true);
    }

    // Midnight, where the course is, means the end of the day that begins there.
    private static DateTimeOffset? EndOfDay(DateTimeOffset? moment, Course course)
    {
        if (moment is not { } at)
            return null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(course.TimeZone, out var zone))
            return at;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local is { Hour: 0, Minute: 0 } ? at.AddSeconds((24 * 3600) - 1 - local.Second) : at;
    }
}
