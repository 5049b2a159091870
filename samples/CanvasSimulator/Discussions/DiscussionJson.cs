using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.Users;
using CanvasSimulator.World;

namespace CanvasSimulator.Discussions;

/// <summary>Discussions as Canvas shows them to a caller.</summary>
internal static class DiscussionJson
{
    public static JsonObject Of(Call call, DiscussionTopic topic)
    {
        var author = call.Truth.Users.First(user => user.Id == topic.AuthorId);
        return new JsonObject
        {
            ["id"] = topic.Id,
            ["title"] = topic.Title,
            ["message"] = topic.Message,
            ["is_announcement"] = topic.IsAnnouncement,
            ["posted_at"] = (topic.DelayedPostAt ?? topic.PostedAt).Iso(),
            ["created_at"] = topic.PostedAt.Iso(),
            ["delayed_post_at"] = topic.DelayedPostAt.Iso(),
            ["lock_at"] = topic.LockAt.Iso(),
            ["published"] = topic.IsOpenAt(call.Now),
            ["locked"] = topic.LockAt < call.Now,
            ["discussion_type"] = "side_comment",
            ["discussion_subentry_count"] = 0,
            ["user_name"] = author.Name,
            ["author"] = UserJson.Short(author),
            ["html_url"] = $"{call.BaseAddress}/courses/{topic.CourseId}/discussion_topics/{topic.Id}",
        };
    }
}
