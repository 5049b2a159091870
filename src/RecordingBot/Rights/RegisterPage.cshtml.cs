using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Hosting;
using RecordingBot.Registry;

namespace RecordingBot.Rights;

/// <summary>The Article 30 register, from practice.</summary>
[Authorize(Policies.Register)]
[ShowsPersonalData]
public sealed class RegisterPage(RegistryContext registry, RegisterReader reader) : PageModel
{
    private const int Portion = 50;

    public IReadOnlyList<RegisterView> Entries { get; private set; } = [];
    public string? Next { get; private set; }

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        var decisions = registry.Decisions.AsNoTracking().Where(row => row.Outcome == "approved");
        if (cursor is not null && Hosting.Page.Read(cursor) is { } last)
            decisions = decisions.Where(row => row.Id > last);
        var rows = await decisions.OrderBy(row => row.Id).Take(Portion + 1).ToListAsync(ct);
        (Entries, Next) = Hosting.Page.Of(await reader.ReadAsync(rows, ct), Portion, row => row.Id, row => row);
    }
}
