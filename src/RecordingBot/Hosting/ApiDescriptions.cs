using Microsoft.OpenApi;

namespace RecordingBot.Hosting;

/// <summary>Says in the document what a call reads by hand from its query.</summary>
public static class ApiDescriptions
{
    /// <summary>Names the optional query parameters of a call.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder call, params string[] names) =>
        call.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                operation.Parameters ??= [];
                foreach (var name in names)
                    operation.Parameters.Add(
                        new OpenApiParameter
                        {
                            Name = name,
                            In = ParameterLocation.Query,
                            Schema = new OpenApiSchema { Type = name == "limit" ? JsonSchemaType.Integer : JsonSchemaType.String },
                        }
                    );
                return Task.CompletedTask;
            }
        );
}
