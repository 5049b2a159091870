using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Lti;

/// <summary>What a tool is told of a launch (facts: Canvas 7).</summary>
internal static class IdToken
{
    public const string Claim = "https://purl.imsglobal.org/spec/lti/claim/";
    public const string DeepLinking = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public static JsonObject Of(Call call, LtiTool tool, Launch launch, string nonce)
    {
        var course = call.Truth.Courses.First(course => course.Id == launch.CourseId);
        var user = call.Truth.Users.First(user => user.Id == launch.UserId);
        var claims = new JsonObject
        {
            ["iss"] = Platform.Issuer,
            ["aud"] = $"{tool.ClientId}",
            ["sub"] = SubjectOf(user),
            ["iat"] = call.Now.ToUnixTimeSeconds(),
            ["exp"] = (call.Now + Lifetime).ToUnixTimeSeconds(),
            ["nonce"] = nonce,
            [Claim + "message_type"] = launch.IsDeepLinking ? "LtiDeepLinkingRequest" : "LtiResourceLinkRequest",
            [Claim + "version"] = "1.3.0",
            [Claim + "deployment_id"] = tool.DeploymentId,
            [Claim + "target_link_uri"] = tool.TargetLinkUri,
            [Claim + "context"] = Context(course),
            [Claim + "roles"] = new JsonArray([.. ToolRoles.Of(call, course, user).Select(role => JsonValue.Create(role))]),
            [Claim + "custom"] = Custom(call, tool, course, user),
            [Claim + "launch_presentation"] = new JsonObject { ["document_target"] = "iframe", ["locale"] = "sv" },
            [Claim + "tool_platform"] = new JsonObject
            {
                ["guid"] = $"campus:{course.AccountId}",
                ["name"] = "Campus",
                ["product_family_code"] = "canvas",
            },
        };
        AddPerson(claims, tool, user);
        if (launch.IsDeepLinking)
            claims[DeepLinking + "deep_linking_settings"] = Settings(call, launch);
        else
            claims[Claim + "resource_link"] = new JsonObject { ["id"] = course.Uuid, ["title"] = course.Name };
        return claims;
    }

    /// <summary>An opaque name for a user, the same at every launch.</summary>
    public static string SubjectOf(User user) => new Guid(SHA256.HashData(Encoding.ASCII.GetBytes($"lti {user.Id}"))[..16]).ToString();

    private static JsonObject Context(Course course) =>
        new()
        {
            ["id"] = course.Uuid,
            ["label"] = course.Code,
            ["title"] = course.Name,
            ["type"] = new JsonArray("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering"),
        };

    private static JsonObject Custom(Call call, LtiTool tool, Course course, User user) =>
        new(tool.CustomFields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Variables.Fill(call, course, user, field.Value))));

    private static void AddPerson(JsonObject claims, LtiTool tool, User user)
    {
        if (tool.PrivacyLevel is "name_only" or "public")
            claims["name"] = user.Name;
        if (tool.PrivacyLevel is "email_only" or "public")
            claims["email"] = user.Email;
    }

    private static JsonObject Settings(Call call, Launch launch) =>
        new()
        {
            ["deep_link_return_url"] = $"{call.BaseAddress}/api/lti/deep_linking/{launch.Hint}",
            ["data"] = launch.Data,
            ["accept_types"] = new JsonArray("link", "ltiResourceLink"),
            ["accept_presentation_document_targets"] = new JsonArray("iframe", "window"),
            ["accept_multiple"] = true,
        };
}
