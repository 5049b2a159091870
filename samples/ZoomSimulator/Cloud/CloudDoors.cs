using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Cloud;

/// <summary>What is in the cloud, and what its host does there by hand.</summary>
internal static class CloudDoors
{
    public static void MapCloud(this RouteGroupBuilder doors)
    {
        doors.MapGet("/cloud", (ZoomTruth truth) => truth.Read(List));
        doors
            .MapGroup("")
            .AddEndpointFilter<RouteGroupBuilder, ToldFirst>()
            .MapPost("/meetings/{id:long}/cloud", (long id, CloudAct act, ZoomTruth truth, CloudShelf shelf) => Do(id, act, truth, shelf));
    }

    private static IResult Do(long id, CloudAct act, ZoomTruth truth, CloudShelf shelf) =>
        truth.Change(state =>
        {
            if (state.Meeting(id) is not { } meeting)
                return Refusal.NoMeeting();
            Func<ZoomState, string, bool>? what = act.Do switch
            {
                "trash" => shelf.Trash,
                "delete" => shelf.Delete,
                "recover" => shelf.Recover,
                _ => null,
            };
            return what is null ? Refusal.Unreadable("A cloud recording takes do: trash, delete or recover.")
                : what(state, meeting.Past.LastOrDefault()?.Uuid ?? "") ? Results.NoContent()
                : Refusal.WrongState("There is no recording in that state.");
        });

    private static IResult List(ZoomState state) =>
        Results.Ok(
            new
            {
                items = state.Cloud.ConvertAll(recording => new
                {
                    uuid = recording.Uuid,
                    meetingId = recording.MeetingId,
                    host = state.User(recording.HostId)?.Account,
                    trashed = recording.TrashedAt is not null && !recording.Deleted,
                    deleted = recording.Deleted,
                    transcript = recording.Transcript,
                    summary = recording.Summary,
                    files = recording.Deleted ? [] : recording.Files.ConvertAll(file => file.Id),
                }),
            }
        );
}
