using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.SignIn;
using CanvasSimulator.World;

namespace CanvasSimulator.Lti;

/// <summary>The platform's side of LTI 1.3: initiation, the signed message, the key set, and what comes back from deep linking.</summary>
internal static class LtiDoor
{
    public static void Map(Routes routes)
    {
        routes.Open("GET", "/sandbox/lti/launch", Initiate);
        routes.Open("GET", "/api/lti/authorize_redirect", Authorize, need: TokenNeed.None);
        routes.Open("POST", "/api/lti/authorize_redirect", Authorize, need: TokenNeed.None);
        routes.Open("GET", "/api/lti/security/jwks", call => Answer.Ok(call.World.Platform.KeySet()), need: TokenNeed.None);
        routes.Open("POST", "/api/lti/deep_linking/{hint}", TakeItems, changes: true, TokenNeed.None);
    }

    // In a real Canvas a person gets here by the tool's name in the course's menu.
    private static Answer Initiate(Call call)
    {
        var tool = ToolOf(call) ?? throw RefusalException.NotFound();
        var user = call.UserById(call.Fields.Need("user_id"));
        var courseId = Ids.Parse(call.Fields.Need("course_id"));
        var course =
            call.Truth.Courses.Find(course => course.Id == courseId && course.State != "deleted") ?? throw RefusalException.NotFound();
        call.Demand(Access.CourseAccess.Of(call.Truth, course, user, call.Now).Reads);
        var placement = call.Fields.Text("placement") ?? "course_navigation";
        var launch = call.World.Platform.Begin(tool.ClientId, course.Id, user.Id, placement, call.Now);
        (string Name, string Value)[] fields =
        [
            ("iss", Platform.Issuer),
            ("login_hint", IdToken.SubjectOf(user)),
            ("target_link_uri", tool.TargetLinkUri),
            ("client_id", tool.ClientId.ToString(CultureInfo.InvariantCulture)),
            ("deployment_id", tool.DeploymentId),
            ("lti_message_hint", launch.Hint),
            ("canvas_region", "campus"),
            ("canvas_environment", "prod"),
            ("lti_storage_target", "post_message_forwarding"),
        ];
        return new Answer(200) { Html = SelfPostingPage.Of(tool.InitiationUrl, fields) };
    }

    private static Answer Authorize(Call call)
    {
        var fields = call.Fields;
        var tool = ToolOf(call) ?? throw new RefusalException(OAuth.Error(400, "invalid_client", "unknown client"));
        var home = fields.Text("redirect_uri") ?? "";
        if (!tool.RedirectUris.Contains(home, StringComparer.Ordinal))
            return OAuth.Error(400, "invalid_request", "redirect_uri does not match client settings");
        var state = ("state", fields.Text("state") ?? "");
        return Fault(call, tool) is { } error
            ? new Answer(200) { Html = SelfPostingPage.Of(home, [("error", error), state]) }
            : new Answer(200) { Html = SelfPostingPage.Of(home, [("id_token", Message(call, tool)), state]) };
    }

    private static string? Fault(Call call, LtiTool tool)
    {
        var fields = call.Fields;
        (string Name, string Value)[] musts =
        [
            ("scope", "openid"),
            ("response_type", "id_token"),
            ("response_mode", "form_post"),
            ("prompt", "none"),
        ];
        if (Array.Exists(musts, must => fields.Text(must.Name) != must.Value) || fields.Text("nonce") is null)
            return "invalid_request";
        if (call.World.Platform.Find(fields.Text("lti_message_hint")) is not { } launch || launch.HasExpired(call.Now))
            return "invalid_request";
        var user = call.Truth.Users.First(user => user.Id == launch.UserId);
        return launch.ClientId == tool.ClientId && fields.Text("login_hint") == IdToken.SubjectOf(user) ? null : "login_required";
    }

    private static string Message(Call call, LtiTool tool)
    {
        var launch = call.World.Platform.Find(call.Fields.Text("lti_message_hint"))!;
        return call.World.Platform.Sign(IdToken.Of(call, tool, launch, call.Fields.Text("nonce")!));
    }

    private static Answer TakeItems(Call call)
    {
        if (call.World.Platform.Find(call.Route("hint")) is not { IsDeepLinking: true } launch)
            throw RefusalException.NotFound();
        var tool = call.Truth.Tools.First(tool => tool.ClientId == launch.ClientId);
        if (tool.PublicJwk is null || Jwt.Read(call.Fields.Need("JWT"), tool.PublicJwk) is not { } message || !Fits(call, launch, message))
            return OAuth.Error(400, "invalid_request", "the message isn't the tool's answer to this launch");
        var items = message.GetProperty(IdToken.DeepLinking + "content_items").EnumerateArray().Select(item => item.GetRawText()).ToList();
        foreach (var json in items)
        {
            var item = new LtiContentItem
            {
                CourseId = launch.CourseId,
                ClientId = launch.ClientId,
                Json = json,
            };
            call.Truth.ContentItems.Add(item);
        }
        return Answer.Ok(new JsonArray([.. items.Select(item => JsonNode.Parse(item))]));
    }

    private static bool Fits(Call call, Launch launch, JsonElement message)
    {
        return Text("iss") == $"{launch.ClientId}"
            && Text("aud") == Platform.Issuer
            && Text(IdToken.Claim + "message_type") == "LtiDeepLinkingResponse"
            && Text(IdToken.DeepLinking + "data") == launch.Data
            && message.TryGetProperty("exp", out var end)
            && end.TryGetInt64(out var seconds)
            && seconds > call.Now.ToUnixTimeSeconds()
            && message.TryGetProperty(IdToken.DeepLinking + "content_items", out var items)
            && items.ValueKind == JsonValueKind.Array;

        string? Text(string claim) =>
            message.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static LtiTool? ToolOf(Call call)
    {
        var id = Ids.Parse(call.Fields.Text("client_id"));
        return call.Truth.Tools.Find(tool => tool.ClientId == id);
    }
}
