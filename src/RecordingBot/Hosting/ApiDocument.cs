using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace RecordingBot.Hosting;

/// <summary>What the OpenAPI document says beside the operations themselves.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) ?? false;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "RecordingBot",
                    Version = "v1",
                    Description =
                        "One recorded meeting's whole way: decision, notice, recording, publication, end, deletion. "
                        + "Lists answer {items, next}: give next back as cursor. Times are ISO 8601 with offset, durations ISO 8601.",
                };
                document.Servers = [];
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
                {
                    [Bearer] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = Bearer,
                        Description = "A token from sign-in, or a service token.",
                    },
                };
                document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
                return Task.CompletedTask;
            }
        );
    }
}
