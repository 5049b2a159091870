using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CanvasSimulator.Sandbox;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>What every call goes through: clock, faults, token, quota headers, one change at a time.</summary>
internal sealed class CallRunner(CanvasWorld world)
{
    public async Task RunRawAsync(HttpContext http, Func<HttpContext, Task> door)
    {
        if (await BeginAsync(http) is { Handled: false })
            await door(http);
    }

    public async Task RunAsync(HttpContext http, Func<Call, Answer> door, TokenNeed need, bool changes)
    {
        var start = await BeginAsync(http);
        if (start.Handled)
            return;
        var answer = await AnswerAsync(http, door, need, changes, start.QuotaFull);
        await AnswerWriter.WriteAsync(http, answer);
    }

    private async Task<FaultEffect> BeginAsync(HttpContext http)
    {
        http.Response.Headers.Date = world.Now.ToString("r", CultureInfo.InvariantCulture);
        return await world.Faults.ApplyAsync(http);
    }

    private async Task<Answer> AnswerAsync(HttpContext http, Func<Call, Answer> door, TokenNeed need, bool changes, bool quotaFull)
    {
        try
        {
            var fields = await FieldReader.ReadAsync(http.Request, http.RequestAborted);
            return changes ? world.Change(Answer) : world.Read(Answer);

            Answer Answer(Truth truth)
            {
                var caller = Caller(http, fields, truth, need);
                return door(new Call(http, fields, world, truth, caller) { QuotaFull = quotaFull });
            }
        }
        catch (RefusalException refusal)
        {
            return refusal.Answer;
        }
        catch (JsonException)
        {
            return Answer.Errors(400, "invalid json");
        }
    }

    private static User? Caller(HttpContext http, Fields fields, Truth truth, TokenNeed need)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var value = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : fields.Text("access_token");
        if (value is null)
            return need == TokenNeed.Optional ? null : throw new RefusalException(Unauthenticated());
        var token = truth.Tokens.Find(token => token.Value == value) ?? throw new RefusalException(TokenRefusal("Invalid access token."));
        http.Response.Headers["X-Request-Cost"] = "0.1";
        http.Response.Headers["X-Rate-Limit-Remaining"] = "699.9";
        return truth.Users.Find(user => user.Id == token.UserId);
    }

    public static Answer TokenRefusal(string message)
    {
        var answer = Answer.Errors(401, message);
        answer.Headers["WWW-Authenticate"] = "Bearer realm=\"canvas-lms\"";
        return answer;
    }

    private static Answer Unauthenticated()
    {
        var answer = TokenRefusal("user authorization required");
        ((JsonObject)answer.Body!)["status"] = "unauthenticated";
        return answer;
    }
}
