using Microsoft.Extensions.Options;
using RecordingBot.Hosting;
using ZoomConnector;
using ZoomConnector.Webhooks;

namespace RecordingBot.Meetings;

/// <summary>Where Zoom's events come in, apart from everything that is for people: Zoom has no session, no language and fills in no form.</summary>
public static class ZoomWebhookEndpoint
{
    /// <summary>Maps the two doors. The chatbot's is closed while there is none.</summary>
    public static void MapZoomWebhooks(this IEndpointRouteBuilder routes)
    {
        Apart(routes.MapPost(ZoomWork.Door, ReceiveAsync));
        Apart(routes.MapPost(ZoomWork.ChatDoor, ReceiveChatAsync));
    }

    private static void Apart(RouteHandlerBuilder door) =>
        door.AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().ShortCircuit();

    private static Task<IResult> ReceiveAsync(HttpContext http, WebhookVerifier verifier, ZoomDoors doors) =>
        doors.ReceiveAsync(http, verifier, isChat: false);

    private static async Task<IResult> ReceiveChatAsync(
        HttpContext http,
        [FromKeyedServices(ZoomServices.ChatbotName)] WebhookVerifier verifier,
        IOptions<ZoomOptions> options,
        ZoomDoors doors
    ) => options.Value.Chatbot.IsOn ? await doors.ReceiveAsync(http, verifier, isChat: true) : TypedResults.NotFound();
}
