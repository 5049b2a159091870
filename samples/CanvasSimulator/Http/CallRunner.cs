using System.Globalization;
using System.Text.Json;
using CanvasSimulator.Sandbox;
using CanvasSimulator.SignIn;
using CanvasSimulator.World;
using Microsoft.AspNetCore.Http;

namespace CanvasSimulator.Http;

/// <summary>What every call goes through: clock, faults, throttle, the wire's delay, token, one change at a time.</summary>
internal sealed class CallRunner(CanvasWorld world)
{
    public async Task RunRawAsync(HttpContext http, Func<HttpContext, Task> door)
    {
        if (await BeginAsync(http) is { Handled: false })
            await door(http);
    }

    public async Task RunAsync(HttpContext http, Door door)
    {
        var start = await BeginAsync(http);
        if (start.Handled)
            return;
        var token = Bearer.Of(http.Request);
        var verdict = world.Throttle.Enter(token);
        if (verdict.Refusal != 0)
        {
            TellRemaining(http, verdict.Remaining);
            await ThrottleRefusal.WriteAsync(http, verdict.Refusal);
            return;
        }
        var answer = await AnswerAsync(http, door, verdict.Rules is { } rules ? (token!, rules) : null, start.QuotaFull);
        await AnswerWriter.WriteAsync(http, answer, world.Habits.JsonPrefix && !IsSandbox(http));
    }

    private async Task<FaultEffect> BeginAsync(HttpContext http)
    {
        http.Response.Headers.Date = world.Now.ToString("r", CultureInfo.InvariantCulture);
        return await world.Faults.ApplyAsync(http);
    }

    private async Task<Answer> AnswerAsync(HttpContext http, Door door, (string Token, ThrottleRules Rules)? charge, bool quotaFull)
    {
        try
        {
            var fields = await FieldReader.ReadAsync(http.Request, http.RequestAborted);
            // The wire's own time: a moved clock makes no network faster.
            if (world.Habits.Latency > TimeSpan.Zero && !IsSandbox(http))
                await Task.Delay(world.Habits.Latency, http.RequestAborted);
            return door.Changes ? world.Change(Answer) : world.Read(Answer);

            Answer Answer(Truth truth)
            {
                var (caller, seen) = Bearer.Check(http, fields, world, truth, door);
                return door.Open(new Call(http, seen, world, truth, caller) { QuotaFull = quotaFull });
            }
        }
        catch (RefusalException refusal)
        {
            return refusal.Answer;
        }
        catch (JsonException)
        {
            return Http.Answer.Errors(400, "invalid json");
        }
        finally
        {
            if (charge is var (token, rules))
            {
                http.Response.Headers["X-Request-Cost"] = rules.Cost.ToString(CultureInfo.InvariantCulture);
                TellRemaining(http, world.Throttle.Leave(token, rules));
            }
        }
    }

    private static bool IsSandbox(HttpContext http) => http.Request.Path.StartsWithSegments("/sandbox", StringComparison.Ordinal);

    private static void TellRemaining(HttpContext http, double remaining) =>
        http.Response.Headers["X-Rate-Limit-Remaining"] = remaining.ToString("0.0###", CultureInfo.InvariantCulture);
}
