using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoomSimulator.Sandbox;

namespace ZoomSimulator.TeamChat;

/// <summary>The sandbox's doors for those who talk to the chatbot.</summary>
internal static class TeamChatDoors
{
    public static void MapTeamChat(this RouteGroupBuilder doors)
    {
        doors.MapGet("/team-chat/{account}", (string account, TeamChatPlay play) => play.Lines(account));
        doors
            .MapPost(
                "/team-chat/{account}",
                (string account, TeamChatAct act, TeamChatPlay play) =>
                    act.IsRight
                        ? play.Act(account, act)
                        : Refusal.Unreadable("Team Chat takes do: install, say or choose; and text, what is said or chosen.")
            )
            .AddEndpointFilter<RouteHandlerBuilder, ToldFirst>();
    }
}
