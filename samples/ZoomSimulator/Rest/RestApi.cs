using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoomSimulator.Cloud;
using ZoomSimulator.TeamChat;

namespace ZoomSimulator.Rest;

/// <summary>The calls under <c>/v2</c>; any other is refused as Zoom refuses it.</summary>
internal static class RestApi
{
    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/v2").AddEndpointFilter<RouteGroupBuilder, ApiGate>();
        api.MapGet("/users", UsersApi.List).WithMetadata(Scope.ListUsers);
        api.MapGet("/users/{user}", UsersApi.Get).WithMetadata(Scope.ReadUser);
        api.MapGet("/users/{user}/settings", SettingsApi.Get).WithMetadata(Scope.ReadSettings);
        api.MapPatch("/users/{user}/settings", (Delegate)SettingsApi.PatchAsync).WithMetadata(Scope.UpdateSettings);
        api.MapGet("/groups", GroupsApi.List).WithMetadata(Scope.ListGroups);
        api.MapGet("/groups/{group}/members", GroupsApi.Members).WithMetadata(Scope.ListMembers);
        api.MapGet("/groups/{group}/settings", SettingsApi.GetGroup).WithMetadata(Scope.ReadGroupSettings);
        api.MapGet("/groups/{group}/lock_settings", SettingsApi.GetGroupLocks).WithMetadata(Scope.ReadGroupLocks);
        api.MapGet("/accounts/{account}/settings", SettingsApi.GetAccount).WithMetadata(Scope.ReadAccountSettings);
        api.MapGet("/accounts/{account}/lock_settings", SettingsApi.GetAccountLocks).WithMetadata(Scope.ReadAccountSettings);
        api.MapGet("/users/{user}/meetings", MeetingsApi.List).WithMetadata(Scope.ListMeetings);
        api.MapGet("/meetings/{meeting}", MeetingsApi.Get).WithMetadata(Scope.ReadMeeting);
        api.MapPatch("/live_meetings/{meeting}/events", (Delegate)LiveMeetingsApi.PatchAsync).WithMetadata(Scope.ControlMeeting);
        api.MapGet("/past_meetings/{**uuid}", MeetingsApi.GetPast).WithMetadata(Scope.ReadPastMeeting);
        api.MapGet("/users/{user}/recordings", CloudApi.List).WithMetadata(Scope.ListRecordings);
        api.MapGet("/meetings/{uuid}/recordings", CloudApi.Get).WithMetadata(Scope.ReadRecording);
        api.MapDelete("/meetings/{uuid}/recordings", CloudApi.Delete).WithMetadata(Scope.DeleteRecording);
        api.MapDelete("/meetings/{uuid}/transcript", CloudApi.DeleteTranscript).WithMetadata(Scope.DeleteTranscript);
        api.MapDelete("/meetings/{uuid}/meeting_summary", CloudApi.DeleteSummary).WithMetadata(Scope.DeleteSummary);
        api.MapPost("/chat/users/{user}/messages", (Delegate)ChatApi.PostAsync).WithMetadata(Scope.WriteMessage);
        api.MapPost("/im/chat/messages", (Delegate)ChatbotApi.PostAsync).WithMetadata(Scope.Chatbot);
        api.Map("/{**rest}", () => ZoomResult.Error(404, 2300, "This API endpoint is not recognized."));
    }
}
