namespace Journey;

/// <summary>One lecture's whole life through public doors, as anyone can run it.</summary>
public sealed class JourneyTests
{
    [Fact]
    public async Task Journey_TwiceOnOneCampus_Arrives()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var campus = await CampusProcess.StartAsync("campus", ct);

        foreach (var run in new[] { "first", "second" })
        {
            var (status, last) = await JourneyScript.RunAsync("journey-" + run, campus.Control!, between: null, patience: null, ct);
            Assert.True(status == 0, $"The {run} journey ended with status {status}: {last}");
        }
    }
}
