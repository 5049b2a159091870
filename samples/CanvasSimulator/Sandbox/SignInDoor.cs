using System.Text.Json.Nodes;
using CanvasSimulator.Http;
using CanvasSimulator.World;

namespace CanvasSimulator.Sandbox;

/// <summary>Makes developer keys and tokens, and installs tools: what people do on pages of a real Canvas.</summary>
internal static class SignInDoor
{
    // A key's id is of all Canvases, and so larger than a course's.
    private const long FirstKey = 170_000_000_000_000;

    public static void Map(Routes routes)
    {
        routes.Open("POST", "/sandbox/developer-keys", MakeKey, changes: true);
        routes.Open("POST", "/sandbox/tokens", MakeToken, changes: true);
        routes.Open("POST", "/sandbox/lti-tools", InstallTool, changes: true);
        routes.Open("GET", "/sandbox/lti-content-items", Items);
    }

    private static Answer MakeKey(Call call)
    {
        var fields = call.Fields;
        var key = new DeveloperKey
        {
            Id = FirstKey + call.Truth.NextId(),
            Secret = Secrets.New(),
            RedirectUri = fields.Need("redirect_uri"),
            RequiresScopes = fields.Flag("require_scopes") == true,
            AllowsIncludes = fields.Flag("allow_includes") == true,
            Scopes = [.. fields.All("scopes")],
        };
        call.Truth.Keys.Add(key);
        return Answer.Ok(new JsonObject { ["client_id"] = key.Id, ["client_secret"] = key.Secret });
    }

    private static Answer InstallTool(Call call)
    {
        var fields = call.Fields;
        var tool = new LtiTool
        {
            ClientId = FirstKey + call.Truth.NextId(),
            DeploymentId = $"{call.Truth.NextId()}:{Secrets.New()}",
            InitiationUrl = fields.Need("oidc_initiation_url"),
            TargetLinkUri = fields.Need("target_link_uri"),
            RedirectUris = [.. fields.All("redirect_uris")],
            PrivacyLevel = fields.Text("privacy_level") ?? "anonymous",
            PublicJwk = fields.Text("public_jwk"),
            CustomFields = fields
                .KeysBelow("custom_fields")
                .ToDictionary(name => name, name => fields.Text($"custom_fields[{name}]") ?? "", StringComparer.Ordinal),
        };
        if (tool.RedirectUris.Count == 0)
            tool.RedirectUris.Add(tool.TargetLinkUri);
        call.Truth.Tools.Add(tool);
        return Answer.Ok(new JsonObject { ["client_id"] = tool.ClientId, ["deployment_id"] = tool.DeploymentId });
    }

    private static Answer Items(Call call) =>
        Answer.Ok(
            new JsonArray([
                .. call.Truth.ContentItems.Select(item => new JsonObject
                {
                    ["course_id"] = item.CourseId,
                    ["client_id"] = item.ClientId,
                    ["item"] = JsonNode.Parse(item.Json),
                }),
            ])
        );

    private static Answer MakeToken(Call call)
    {
        var token = new Token
        {
            Value = Secrets.New(),
            UserId = call.UserById(call.Fields.Need("user_id")).Id,
            ExpiresAt = call.Fields.Number("expires_in") is { } seconds ? call.Now.AddSeconds(seconds) : null,
        };
        call.Truth.Tokens.Add(token);
        return Answer.Ok(new JsonObject { ["token"] = token.Value, ["expires_at"] = token.ExpiresAt.Iso() });
    }
}
