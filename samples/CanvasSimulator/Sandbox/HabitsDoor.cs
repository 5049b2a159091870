using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Sandbox;

/// <summary>Switches between Canvas's varieties while it runs.</summary>
internal static class HabitsDoor
{
    private const int LongestLatency = 60_000;

    public static void Map(Routes routes)
    {
        routes.Open("GET", "/sandbox/settings", call => Answer.Ok(ToJson(call.World.Habits)));
        routes.Open("POST", "/sandbox/settings", Set);
        routes.Open("DELETE", "/sandbox/settings", Reset);
        routes.Open("POST", "/sandbox/upload-variant", SetVariant);
    }

    private static Answer Set(Call call)
    {
        var (fields, habits) = (call.Fields, call.World.Habits);
        var variant = fields.Text("upload_variant") is { } text ? Variant(text) : habits.UploadVariant;
        call.World.Habits = new Habits
        {
            BookmarkPages = fields.Flag("bookmark_pages") ?? habits.BookmarkPages,
            RefusalStatus = RefusalStatus(fields) ?? habits.RefusalStatus,
            JsonPrefix = fields.Flag("json_prefix") ?? habits.JsonPrefix,
            StrictUploads = fields.Flag("strict_uploads") ?? habits.StrictUploads,
            ConsentUserId = fields.Number("consent_user_id") ?? habits.ConsentUserId,
            UploadVariant = variant,
            Latency = Latency(fields) ?? habits.Latency,
        };
        return Answer.Ok(ToJson(call.World.Habits));
    }

    private static Answer Reset(Call call)
    {
        call.World.Habits = call.World.Options.Habits();
        return Answer.Ok(ToJson(call.World.Habits));
    }

    private static Answer SetVariant(Call call)
    {
        var variant = Variant(call.Fields.Need("variant"));
        call.World.Habits = call.World.Habits with { UploadVariant = variant };
        return Answer.Ok(new JsonObject { ["variant"] = Name(variant) });
    }

    private static UploadVariant Variant(string text) =>
        Enum.TryParse<UploadVariant>(text, ignoreCase: true, out var variant) && Enum.IsDefined(variant)
            ? variant
            : throw RefusalException.BadRequest("the variant is one of " + string.Join(", ", Enum.GetValues<UploadVariant>().Select(Name)));

    private static int? RefusalStatus(Fields fields) =>
        fields.Number("refusal_status") switch
        {
            null => null,
            401 => 401,
            403 => 403,
            _ => throw RefusalException.BadRequest("refusal_status is 401 or 403"),
        };

    private static TimeSpan? Latency(Fields fields) =>
        fields.Number("latency_ms") switch
        {
            null => null,
            >= 0 and <= LongestLatency and var milliseconds => TimeSpan.FromMilliseconds(milliseconds),
            _ => throw RefusalException.BadRequest("latency_ms is a number from 0 to 60000"),
        };

    private static JsonObject ToJson(Habits habits) =>
        new()
        {
            ["bookmark_pages"] = habits.BookmarkPages,
            ["refusal_status"] = habits.RefusalStatus,
            ["json_prefix"] = habits.JsonPrefix,
            ["strict_uploads"] = habits.StrictUploads,
            ["consent_user_id"] = habits.ConsentUserId,
            ["upload_variant"] = Name(habits.UploadVariant),
            ["latency_ms"] = (long)habits.Latency.TotalMilliseconds,
        };

    private static string Name(UploadVariant variant) => variant.ToString().ToLowerInvariant();
}
