using ZoomConnector.Errors;
using ZoomConnector.Groups;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Groups;

public sealed class ZoomGroupsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Groups_WithTheirMembers_AreRead()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        await zoom.PostAsync("groups", new { name = "Mathematics", members = new[] { "teacher", "teacher-2" } });
        await zoom.PostAsync("groups/group-1/members", new { account = "teacher", @do = "remove" });

        var group = Assert.Single(await zoom.Client.Groups.ListAsync(Stop).ToListAsync(Stop));
        var members = await zoom.Client.Groups.ListMembersAsync(group.Id, Stop).ToListAsync(Stop);

        Assert.Equal(("group-1", "Mathematics"), (group.Id, group.Name));
        Assert.Equal([new GroupMember { Id = "zoom-teacher-2" }], members);
        Assert.Equal(["group-1"], (await zoom.Client.Users.GetAsync("zoom-teacher-2", Stop)).GroupIds);
        Assert.Empty((await zoom.Client.Users.GetAsync("zoom-teacher", Stop)).GroupIds);
    }

    [Fact]
    public async Task Members_OfMoreThanAPage_AreAllRead()
    {
        await using var server = await ScriptedServer.WithTokensAsync(
            (context, request) =>
                Answers.JsonAsync(
                    context,
                    200,
                    request.Target.EndsWith("next_page_token=", StringComparison.Ordinal)
                        ? """{"members":[{"id":"a"},{"id":"b"}],"next_page_token":"more"}"""
                        : """{"members":[{"id":"c"}],"next_page_token":""}"""
                )
        );
        await using var services = ZoomUnderTest.Services(server.Address, new ManualClock());

        var members = await services.Client().Groups.ListMembersAsync("g/1", Stop).Select(member => member.Id).ToListAsync(Stop);

        Assert.Equal(["a", "b", "c"], members);
        Assert.All(server.Log.Skip(1), request => Assert.StartsWith("/v2/groups/g%2F1/members?", request.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_OfAnUnknownGroup_AreNotNone()
    {
        await using var zoom = await SimulatedZoom.StartAsync();

        var fault = await Assert.ThrowsAsync<ZoomException>(() =>
            zoom.Client.Groups.ListMembersAsync("group-7", Stop).ToListAsync(Stop).AsTask()
        );

        Assert.Equal(ZoomErrorKind.NotFound, fault.Kind);
    }
}
