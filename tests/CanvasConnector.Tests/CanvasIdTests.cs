using System.Text.Json;
using CanvasConnector.Courses;

namespace CanvasConnector.Tests;

public sealed class CanvasIdTests
{
    [Theory]
    [InlineData("109876543210000001")]
    [InlineData("\"109876543210000001\"")]
    public void CanvasId_AboveTwoToTheFiftyThird_SurvivesBothNotations(string json)
    {
        var id = JsonSerializer.Deserialize<CanvasId<Course>>(json)!;

        Assert.Equal("109876543210000001", id.Value);
        Assert.Equal("\"109876543210000001\"", JsonSerializer.Serialize(id));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("\"12/../13\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("99999999999999999999")]
    public void CanvasId_AnythingElse_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CanvasId<Course>>(json));

    [Fact]
    public void CanvasId_TextFromOutside_IsParsedOrNot()
    {
        Assert.True(CanvasId.TryParse<Course>("0101", out var id));
        Assert.Equal(new CanvasId<Course>("101"), id);
        Assert.False(CanvasId.TryParse<Course>("sis_course_id:X", out _));
        Assert.Throws<ArgumentException>(() => new CanvasId<Course>(""));
    }
}
