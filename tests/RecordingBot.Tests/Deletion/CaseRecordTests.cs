using System.Text.Json.Nodes;
using RecordingBot.Registry;
using RecordingBot.Tests.Decisions;
using RecordingBot.Tests.Support;

namespace RecordingBot.Tests.Deletion;

/// <summary>Case material is handed over when it becomes part of the case (<c>retention.case-registered</c>).</summary>
public sealed class CaseRecordTests : BorasTests
{
    [Fact]
    [Trait("Rule", "retention.case-registered")]
    public async Task CaseRecord_OnceRegistered_AsksTheArchiveAtOnceAndOnce()
    {
        var request = Lecture();
        request["meeting"] = new JsonObject { ["kind"] = "examination" };
        request["legalBasis"] = new JsonObject { ["kind"] = "official-authority" };
        request["publication"] = new JsonObject { ["kind"] = "none" };
        request["caseRecord"] = true;
        await Campus.RecordedAsync(request: request);
        await Campus.AdvanceAsync(TimeSpan.FromDays(2));

        var task = Assert.Single(await Campus.TasksAsync(TaskKind.HandOver));
        Assert.Equal((Role.Archivist, 0), (task.Role, task.Attempts));
    }

    [Fact]
    public async Task CaseRecord_WithoutTheRule_AsksFirstWhenItIsDue()
    {
        await using var lund = new SmallCampus();
        await lund.InitializeAsync();
        await lund.RecordedAsync(request: Requests.With("caseRecord", "true"));

        Assert.Empty(await lund.TasksAsync(TaskKind.HandOver));
    }

    [Fact]
    public async Task Recording_ThatBelongsToNoCase_AsksNobody()
    {
        await Campus.RecordedAsync(request: Lecture());

        Assert.Empty(await Campus.TasksAsync(TaskKind.HandOver));
    }
}
