using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Support;

/// <summary>What went wrong on a campus.</summary>
internal static class Slips
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every incident of a kind, in their order.</summary>
    public static Task<List<IncidentRow>> IncidentsAsync(this SmallCampus campus, string kind) =>
        campus.ReadAsync(registry =>
            registry.Incidents.AsNoTracking().Where(row => row.Kind == kind).OrderBy(row => row.Id).ToListAsync(Ct)
        );

    /// <summary>The host may record to the cloud since a change in Zoom that no event has told of.</summary>
    public static Task OpenCloudUnseenAsync(this SmallCampus campus) => campus.Zoom.AllowCloudAsync();
}
