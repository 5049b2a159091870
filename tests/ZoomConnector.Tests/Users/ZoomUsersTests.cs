using ZoomConnector.Errors;
using ZoomConnector.Tests.Support;

namespace ZoomConnector.Tests.Users;

public sealed class ZoomUsersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zoom-teacher")]
    [InlineData("Teacher@campus.example.edu")]
    public async Task Get_ByIdOrAddress_TellsTheUser(string who)
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var user = await zoom.Client.Users.GetAsync(who, Stop);
        Assert.Equal(("zoom-teacher", "teacher@campus.example.edu", "active"), (user.Id, user.Email, user.Status));
    }

    [Fact]
    public async Task Get_AStranger_IsNotFound()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var fault = await Assert.ThrowsAsync<ZoomException>(() => zoom.Client.Users.GetAsync("stranger", Stop));
        Assert.Equal((ZoomErrorKind.NotFound, 1001), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task List_TellsEverybody()
    {
        await using var zoom = await SimulatedZoom.StartAsync();
        var ids = new List<string>();
        await foreach (var user in zoom.Client.Users.ListAsync(Stop))
            ids.Add(user.Id);
        Assert.Equal(["zoom-teacher", "zoom-teacher-2", "zoom-student"], ids);
    }
}
