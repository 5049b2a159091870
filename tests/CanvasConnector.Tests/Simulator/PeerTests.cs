using System.Diagnostics;
using CanvasConnector.Tests.Support;

namespace CanvasConnector.Tests.Simulator;

/// <summary>Canvas clients that others wrote work unchanged against Campus's Canvas; what each does is in <c>Peers</c>.</summary>
public sealed class PeerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kth.mjs")]
    [InlineData("node-canvas-api.mjs")]
    public async Task Client_OfAnotherMaker_WalksThroughAsWithARealCanvas(string walk)
    {
        await using var campus = await Campus.StartAsync(Ct);
        var peers = await PeerFolder.ReadyAsync(Ct);
        var node = new ProcessStartInfo("node", [walk])
        {
            WorkingDirectory = peers,
            Environment = { ["CANVAS_API_DOMAIN"] = $"{campus.Address}api/v1", ["CANVAS_API_TOKEN"] = "campus-admin" },
        };

        var (status, said) = await PeerFolder.RunAsync(node, TimeSpan.FromMinutes(2), Ct);

        Assert.True(status == 0, said);
    }
}
