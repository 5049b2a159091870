using System.Text.Json;
using RecordingBot.Expiry;
using RecordingBot.Packs;
using RecordingBot.Registry;
using RecordingPolicy;
using RecordingPolicy.Expiry;

namespace RecordingBot.Deletion;

/// <summary>Writes the order to delete, under the pack's named authority, on what was read just now.</summary>
public sealed class OrderDeletionStep(
    RegistryContext registry,
    Registrar registrar,
    FreshCourse fresh,
    ActivePack active,
    TimeProvider clock
) : IStep
{
    public Step Step => Step.OrderDeletion;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (await fresh.ConfirmAsync(@case, ct) is not { Ending.At: { } endsAt } confirmed)
            return StepResult.Reconsider;
        var now = clock.GetUtcNow();
        var order = new DeletionOrderRow
        {
            Id = Guid.CreateVersion7(now),
            RecordingId = confirmed.Recording.Id,
            At = now,
            EndsAt = endsAt,
            Plan = PlanName(confirmed),
            Authority = JsonSerializer.Serialize(active.Pack.Disposal!, JsonSerializerOptions.Web),
            Edition = active.Pack.Edition,
            Reason = WireName.Of(confirmed.Ending.Reason),
        };
        registry.DeletionOrders.Add(order);
        confirmed.Recording.OrderedFor = endsAt;
        registrar.Audit("bot", "recording.deletion-ordered", confirmed.Subject, after: $"order:{order.Id}", reason: order.Reason);
        return StepResult.Done;
    }

    private static string PlanName(RecordingCase @case) =>
        @case.Ending.Reason is EndReason.OwnerAsked
            ? "owner-asked"
            : @case.Facts.Plan switch
            {
                RetentionPlan.Until => "until",
                RetentionPlan.For => "for",
                _ => "course-lifetime",
            };
}
