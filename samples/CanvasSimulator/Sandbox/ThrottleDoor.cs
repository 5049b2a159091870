using System.Text.Json.Nodes;
using CanvasSimulator.Http;

namespace CanvasSimulator.Sandbox;

/// <summary>Switches the throttle on, with Canvas's own figures where none are given, and off.</summary>
internal static class ThrottleDoor
{
    public static void Map(Routes routes)
    {
        routes.Open("GET", "/sandbox/throttle", call => Told(call.World.Throttle));
        routes.Open("POST", "/sandbox/throttle", SwitchOn);
        routes.Open("DELETE", "/sandbox/throttle", SwitchOff);
    }

    private static Answer SwitchOn(Call call)
    {
        var fields = call.Fields;
        var refusal = fields.Number("refusal") ?? 403;
        if (refusal is not (403 or 429))
            throw RefusalException.BadRequest("refusal is 403 or 429");
        call.World.Throttle.Set(
            new ThrottleRules(
                Units("full", 600),
                Units("capacity", 800),
                Units("leak", 10),
                Units("reserve", 50),
                Units("cost", 1),
                (int)refusal
            )
        );
        return Told(call.World.Throttle);

        double Units(string name, double usual) =>
            fields.Decimal(name) switch
            {
                null => usual,
                >= 0 and < 1e9 and var given => given,
                _ => throw RefusalException.BadRequest($"{name} is a number, 0 or more"),
            };
    }

    private static Answer SwitchOff(Call call)
    {
        call.World.Throttle.Set(null);
        return Told(call.World.Throttle);
    }

    private static Answer Told(Throttle throttle)
    {
        var json = new JsonObject
        {
            ["on"] = throttle.Rules is not null,
            ["served"] = throttle.Served,
            ["refused"] = throttle.Refused,
        };
        if (throttle.Rules is { } rules)
        {
            json["full"] = rules.Full;
            json["capacity"] = rules.Capacity;
            json["leak"] = rules.Leak;
            json["reserve"] = rules.Reserve;
            json["cost"] = rules.Cost;
            json["refusal"] = rules.Refusal;
        }
        return Answer.Ok(json);
    }
}
