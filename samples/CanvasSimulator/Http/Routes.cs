using CanvasSimulator.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CanvasSimulator.Http;

/// <summary>Where doors are hung: patterns below <c>/api/v1</c> behind a token, others as they are.</summary>
internal sealed class Routes(IEndpointRouteBuilder endpoints, CanvasWorld world)
{
    private const string Api = "/api/v1";

    private readonly CallRunner runner = new(world);

    public CanvasWorld World => world;

    public void Get(string pattern, Func<Call, Answer> door) => MapApi("GET", pattern, door);

    public void Post(string pattern, Func<Call, Answer> door) => MapApi("POST", pattern, door);

    public void Put(string pattern, Func<Call, Answer> door) => MapApi("PUT", pattern, door);

    public void Delete(string pattern, Func<Call, Answer> door) => MapApi("DELETE", pattern, door);

    /// <summary>A path as it stands, for callers with or without a token unless it says otherwise.</summary>
    public void Open(string method, string pattern, Func<Call, Answer> door, bool changes = false, TokenNeed need = TokenNeed.Optional) =>
        Map(method, pattern, new Door(door, need, changes));

    /// <summary>A path that does everything itself, faults and the Date header excepted.</summary>
    public void Raw(string method, string pattern, Func<HttpContext, Task> door) =>
        endpoints.MapMethods(pattern, [method], (RequestDelegate)(http => runner.RunRawAsync(http, door)));

    public void MapUnknown() =>
        endpoints.MapFallback("{*path}", http => runner.RunAsync(http, new Door(_ => Answer.NotFound(), TokenNeed.Optional, false)));

    private void MapApi(string method, string pattern, Func<Call, Answer> door)
    {
        var scope = Scope.OfDoor(method, Api + pattern);
        world.Scopes.Add(scope);
        Map(method, Api + pattern, new Door(door, TokenNeed.Required, method != "GET", scope));
    }

    private void Map(string method, string pattern, Door door) =>
        endpoints.MapMethods(pattern, [method], (RequestDelegate)(http => runner.RunAsync(http, door)));
}
