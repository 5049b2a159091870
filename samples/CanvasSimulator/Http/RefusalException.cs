namespace CanvasSimulator.Http;

/// <summary>Ends a call with a refusal, from wherever it is noticed.</summary>
internal sealed class RefusalException(Answer answer) : Exception("Refused.")
{
    public Answer Answer { get; } = answer;

    public static RefusalException NotFound() => new(Answer.NotFound());

    public static RefusalException BadRequest(string message) => new(Answer.Errors(400, message));

    public static RefusalException Invalid(string field, string message) =>
        new(
            new Answer(
                400,
                new System.Text.Json.Nodes.JsonObject
                {
                    ["errors"] = new System.Text.Json.Nodes.JsonObject
                    {
                        [field] = new System.Text.Json.Nodes.JsonArray(
                            new System.Text.Json.Nodes.JsonObject
                            {
                                ["attribute"] = field,
                                ["type"] = message,
                                ["message"] = message,
                            }
                        ),
                    },
                }
            )
        );
}
