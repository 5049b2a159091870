using CanvasConnector.Errors;
using CanvasConnector.Files;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Files;

/// <summary>Removing a file in two degrees, and what a look afterwards tells (facts: Canvas 5.6; security 4).</summary>
public sealed class RemovalTests
{
    private const string Address = "/api/v1/files/7";

    private static readonly CanvasFile Was = new()
    {
        Id = new("7"),
        DisplayName = "Week 5.mp4",
        Size = 734_003_200,
        ContentType = "video/mp4",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, """{"errors":[{"message":"The specified resource does not exist."}]}""", RemovalState.Hidden)]
    [InlineData(
        200,
        """{"id":7,"display_name":"Week 5.mp4","size":734003200,"content-type":"video/mp4","workflow_state":"deleted"}""",
        RemovalState.Hidden
    )]
    [InlineData(200, """{"id":7,"display_name":"file_removed.pdf","size":8021,"content-type":"application/pdf"}""", RemovalState.Replaced)]
    [InlineData(
        200,
        """{"id":7,"display_name":"file_removed-1.pdf","size":8021,"content-type":"application/pdf"}""",
        RemovalState.Replaced
    )]
    [InlineData(
        200,
        """{"id":7,"display_name":"Week 5.mp4","size":734003200,"content-type":"video/mp4","uuid":"x"}""",
        RemovalState.StillThere
    )]
    [InlineData(200, """{"id":7,"display_name":"Week 5.mp4","size":734003199,"content-type":"video/mp4"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"Week 5b.mp4","size":734003200,"content-type":"video/mp4"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"Week 5.mp4","size":734003200,"content-type":"video/webm"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"file_removed.pdf","size":8021,"content-type":"text/html"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"file_removed.exe","size":8021,"content-type":"application/pdf"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"removed.pdf","size":8021,"content-type":"application/pdf"}""", RemovalState.Unclear)]
    [InlineData(200, """{"id":7,"display_name":"Week 5.mp4","size":734003200}""", RemovalState.Unclear)]
    public async Task ReadRemoval_WhatIsLeft_IsClassed(int status, string body, RemovalState expected)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Address, body, status).Client();

        Assert.Equal(expected, await client.Files.ReadRemovalAsync(Was, Ct));
    }

    [Fact]
    public async Task ReadRemoval_FileOfOursCalledAsThePlaceholder_IsStillThere()
    {
        const string body = """{"id":7,"display_name":"file_removed.pdf","size":9,"content-type":"application/pdf"}""";
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Address, body).Client();
        var was = Was with { DisplayName = "file_removed.pdf", Size = 9, ContentType = "application/pdf" };

        Assert.Equal(RemovalState.StillThere, await client.Files.ReadRemovalAsync(was, Ct));
    }

    [Theory]
    [InlineData(200, "application/json", """{"id":8,"display_name":"Week 5.mp4","size":1}""", CanvasErrorKind.Protocol)]
    [InlineData(200, "text/html", "<html></html>", CanvasErrorKind.Protocol)]
    [InlineData(404, "text/html", "<html></html>", CanvasErrorKind.Protocol)]
    [InlineData(403, "application/json", """{"status":"unauthorized"}""", CanvasErrorKind.Forbidden)]
    public async Task ReadRemoval_NoAnswerAboutTheFile_IsAFaultAndNoState(int status, string type, string body, CanvasErrorKind kind)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("GET " + Address, status, type, body).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Files.ReadRemovalAsync(Was, Ct));

        Assert.Equal(kind, fault.Kind);
    }

    [Theory]
    [InlineData(true, "?replace=true")]
    [InlineData(false, "")]
    public async Task Delete_InEitherDegree_AsksForItAndTakesAbsenceForDone(bool replace, string query)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        canvas.On("DELETE " + Address, """{"id":7,"display_name":"file_removed.pdf","size":8021}""");
        using var client = canvas.On("DELETE " + Address, """{"errors":[]}""", 404).Client();

        Assert.Equal(Removal.Removed, await client.Files.DeleteAsync(Was.Id, replace, Ct));
        Assert.Equal(Removal.AlreadyGone, await client.Files.DeleteAsync(Was.Id, replace, Ct));
        Assert.All(canvas.Seen, seen => Assert.Equal(query, seen.Query));
    }

    [Theory]
    [InlineData(401, """{"message":"Unauthorized to delete this file"}""")]
    [InlineData(403, """{"message":"Cannot delete a file that has been submitted as part of an assignment"}""")]
    public async Task Delete_Refused_IsForbiddenAndNotRepeated(int status, string body)
    {
        await using var canvas = await ScriptedCanvas.StartAsync(Ct);
        using var client = canvas.On("DELETE " + Address, body, status).Client();

        var fault = await Assert.ThrowsAsync<CanvasException>(() => client.Files.DeleteAsync(Was.Id, replace: true, Ct));

        Assert.Equal(CanvasErrorKind.Forbidden, fault.Kind);
        Assert.Single(canvas.Seen);
    }
}
