using Microsoft.EntityFrameworkCore;
using RecordingBot.Registry;

namespace RecordingBot.Recordings;

/// <summary>Who may open a recording's record beside its recorder; for those who see the recording.</summary>
public sealed class ColleagueList(RegistryContext registry, TimeProvider clock)
{
    public async Task<IReadOnlyList<ColleagueView>> OfAsync(Guid recordingId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await registry
            .Colleagues.AsNoTracking()
            .Where(row => row.RecordingId == recordingId && row.EndedAt == null && (row.EndsAt == null || row.EndsAt > now))
            .Join(registry.People, row => row.PersonId, person => person.Id, (row, person) => new { row, person })
            .OrderBy(found => found.person.Account)
            .Select(found => new ColleagueView(
                found.person.Account,
                found.person.DisplayName,
                found.row.GrantedAt,
                found.row.EndsAt,
                found.row.ReviewAt
            ))
            .ToListAsync(ct);
    }
}
