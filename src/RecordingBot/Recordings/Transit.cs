using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Channels;
using RecordingBot.Hosting;
using RecordingBot.LegalBases;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Recordings;

/// <summary>
/// What Zoom first leaves on the recorder's computer is in transit where the decision keeps it elsewhere (<c>storage.approved</c>): a task stays
/// open until the file has moved, and says its last moment.
/// </summary>
public sealed class Transit(
    RegistryContext registry,
    Registrar registrar,
    IncidentBook incidents,
    Messenger messenger,
    ActivePack active,
    TimeProvider clock
)
{
    private const string Rule = "storage.approved";

    /// <summary>Opens the task where the recording is to be kept elsewhere; once for a recording.</summary>
    /// <param name="recording">With its parts and their copies.</param>
    /// <param name="decision">The decision that it rests on; null where there is none.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task BeginAsync(RecordingRow recording, DecisionRow? decision, CancellationToken ct)
    {
        if (!active.Pack.Has(Rule) || decision is null || LocalCopies(recording).Count == 0)
            return;
        var subject = Subject.Recording(recording.Id);
        if (
            StoredDecision.Read(decision).Storage is not { } storage
            || storage.Place == CopyPlace.RecorderComputer
            || await registry.Tasks.AnyAsync(task => task.Kind == TaskKind.MoveFile && task.Subject == subject, ct)
        )
            return;
        var last = active.Pack.AfterCalendar(clock.GetUtcNow(), active.Pack.Transit);
        var task = await registrar.OpenTaskAsync(
            TaskKind.MoveFile,
            subject,
            Role.Operator,
            recording.RecorderId,
            "moved",
            ct,
            recording.Topic,
            storage.Name ?? storage.Place,
            last.ToString("O", CultureInfo.InvariantCulture)
        );
        task.DueAt = last;
    }

    /// <summary>Tells the recorder of an open task: once when it is opened, and again each time that it is overdue.</summary>
    public async Task TellAsync(RecordingRow recording, string key, CancellationToken ct)
    {
        var subject = Subject.Recording(recording.Id);
        var task = await registry
            .Tasks.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Kind == TaskKind.MoveFile && row.Subject == subject && row.ClosedAt == null, ct);
        if (task is null || recording.RecorderId is not { } recorder)
            return;
        var arguments = System.Text.Json.JsonSerializer.Deserialize<string[]>(task.Arguments)!;
        var last = DateTimeOffset.Parse(arguments[2], CultureInfo.InvariantCulture);
        await messenger.TellAsync(
            recorder,
            ChatText.Of(last > clock.GetUtcNow() ? "FileInTransit" : "FileNotMoved", recording.Topic, Words(arguments[1]), last),
            ct,
            $"transit {recording.Id} {key}"
        );
    }

    /// <summary>
    /// The file lies where the decision keeps it. That copy is known from now on: only the person can remove it in its time, and until they
    /// have said that they did, the recording isn't gone.
    /// </summary>
    /// <param name="recording">With its parts and their copies, tracked.</param>
    /// <param name="actor">Who says or saw so.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task MovedAsync(RecordingRow recording, string actor, CancellationToken ct)
    {
        var decision = await registry.Decisions.FindAsync([recording.DecisionId], ct);
        if (decision is not null && StoredDecision.Read(decision).Storage is { } storage && CopyPlace.IsMovedTo(storage.Place))
            foreach (var copy in LocalCopies(recording))
                await AddAsync(copy.PartId, storage.Place, storage.Name ?? storage.Place, ct);
        await incidents.CloseAllAsync(row => row.RecordingId == recording.Id && row.Kind == IncidentKind.NotMoved, "moved", by: null, ct);
        registrar.Audit(actor, "recording.moved", Subject.Recording(recording.Id));
    }

    /// <summary>What is on the recorder's computer, as far as is known.</summary>
    public static IReadOnlyList<CopyRow> LocalCopies(RecordingRow recording) =>
        [
            .. recording
                .Parts.SelectMany(part => part.Copies)
                .Where(copy => copy is { Place: CopyPlace.RecorderComputer, State: CopyState.Present }),
        ];

    private async Task AddAsync(Guid partId, string place, string locator, CancellationToken ct)
    {
        if (await registry.Copies.AnyAsync(copy => copy.PartId == partId && copy.Place == place && copy.Locator == locator, ct))
            return;
        registry.Copies.Add(
            new()
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PartId = partId,
                Place = place,
                Locator = locator,
            }
        );
    }

    /// <summary>A place that has no name is said in words.</summary>
    private static LocalizedText Words(string place) => BothLanguages.Why.Find("Kept_" + place) ?? LocalizedText.Same(place);
}
