using ZoomConnector.Http;
using ZoomConnector.Meetings;

namespace ZoomConnector.Tests.Http;

public sealed class ZoomPathTests
{
    [Fact]
    public void Of_Uuid_IsEscapedTwice() =>
        Assert.Equal(
            "/past_meetings/%252Fab%252F%252Fc%252Bd%253D%253D",
            ZoomPath.Of($"/past_meetings/{new MeetingUuid("/ab//c+d==")}").Address
        );

    [Fact]
    public void Of_OtherIds_AreEscapedOnceAndNotShown()
    {
        var path = ZoomPath.Of($"/users/{"teacher@campus.example.edu/../x"}/settings");
        Assert.Equal("/users/teacher%40campus.example.edu%2F..%2Fx/settings", path.Address);
        Assert.Equal("/users/*/settings", path.Shown);
    }
}
