using RecordingAgent.Watching;

namespace RecordingAgent.Tests.Watching;

public class SessionFolderNameTests
{
    [Theory]
    [InlineData("2026-11-02 10.15.00 Algebra", "Algebra", null)]
    [InlineData("2026-11-02 10.15.00 Algebra 93712345678", "Algebra", 93712345678L)]
    [InlineData("2026-11-02 10.15.00 Algebra 123456789", "Algebra", 123456789L)]
    [InlineData("2026-11-02 10.15.00 Algebra 12345678", "Algebra 12345678", null)]
    [InlineData("2026-11-02 10.15.00 Algebra 123456789012", "Algebra 123456789012", null)]
    [InlineData("2026-11-02 10.15.00 93712345678", "", 93712345678)]
    [InlineData("2026-11-02 10.15.00", "", null)]
    [InlineData("2026-11-02 10.15.00 O\u0308vning i A\u030angstro\u0308m", "Övning i Ångström", null)]
    public void Name_GivenByZoom_TellsStartTopicAndNumber(string folder, string topic, long? number)
    {
        var name = SessionFolderName.Parse(folder);

        Assert.Equal(new SessionFolderName(new DateTime(2026, 11, 2, 10, 15, 0, DateTimeKind.Unspecified), topic, number), name);
        Assert.Equal(DateTimeKind.Unspecified, name?.StartedAtLocal.Kind);
    }

    [Theory]
    [InlineData("Holiday")]
    [InlineData("2026-13-02 10.15.00 Algebra")]
    [InlineData("2026-11-02 25.15.00 Algebra")]
    [InlineData("2026-11-02 10:15:00 Algebra")]
    [InlineData("x2026-11-02 10.15.00 Algebra")]
    [InlineData("٢٠٢٦-11-02 10.15.00 Algebra")]
    public void Name_OfAnyOtherFolder_IsNone(string folder) => Assert.Null(SessionFolderName.Parse(folder));

    [Fact]
    public void Topic_LongerThan200Characters_IsCut() =>
        Assert.Equal(200, SessionFolderName.Parse("2026-11-02 10.15.00 " + new string('a', 230))?.Topic.Length);
}
