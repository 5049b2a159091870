using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RecordingBot.Admin;
using RecordingBot.Hosting;
using RecordingBot.Rights;

namespace RecordingBot.Recordings.Inventory;

/// <summary>What was there before governance began; the data protection officer chooses a portion, sees whom it concerns, and takes it in.</summary>
[Authorize(Policies.Register)]
[ShowsPersonalData]
public sealed class InventoryPage(InventoryReader reader, InventoryActs acts, SignedIn signedIn, PageWords words) : PageModel
{
    public InventoryView Inventory { get; private set; } = null!;

    /// <summary>Whose portion is shown; null for everybody's.</summary>
    public Guid? Person { get; private set; }

    /// <summary>How many it has at most.</summary>
    public int Count { get; private set; } = InventoryReader.Usual;

    /// <summary>What has just been taken in.</summary>
    public TakenView? Taken { get; private set; }

    /// <summary>What was typed as the reason, where it could not be taken.</summary>
    public string? Typed { get; private set; }

    /// <summary>What stood in the way.</summary>
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(Guid? person, string? count, int? taken, int? asked, CancellationToken ct)
    {
        Taken = taken is { } recordings && asked is { } people ? new(recordings, people) : null;
        await ShowAsync(person, count, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid? person, string? count, Guid? through, string? reason, CancellationToken ct)
    {
        var body = new TakeBody(person, InventoryApi.ReadCount(count), through, reason);
        var (result, taken) = await acts.TakeAsync(body, signedIn.RequiredCaller, ct);
        if (result.Refusal is not { } refusal)
            return Redirect($"/inventory?taken={taken.Recordings}&asked={taken.People}");
        (Refusal, Typed) = (words.Say(refusal), reason);
        await ShowAsync(person, count, ct);
        return Page();
    }

    private async Task ShowAsync(Guid? person, string? count, CancellationToken ct)
    {
        (Person, Count) = (person, InventoryApi.ReadCount(count) ?? InventoryReader.Usual);
        Inventory = await reader.ReadAsync(Person, Count, ct);
    }
}
