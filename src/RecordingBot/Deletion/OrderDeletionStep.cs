using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RecordingBot.Deletion.Guards;
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
    RemovalGuards guards,
    Reconciler reconciler,
    ActivePack active,
    TimeProvider clock
) : IStep
{
    public Step Step => Step.OrderDeletion;

    public async Task<StepResult> ActAsync(RecordingCase @case, DueStep due, CancellationToken ct)
    {
        if (await fresh.ConfirmAsync(@case, ct) is not { } confirmed)
            return StepResult.Reconsider;
        var endsAt = due.EndsAt!.Value;
        var forecast = EndOfRecording.WasForecast(confirmed.Facts, active.Pack, endsAt, clock.GetUtcNow());
        if (!await guards.MayRemoveAsync(ct) || !await guards.MayOrderAsync(forecast, reconciler.RunningSince, ct))
            return StepResult.Reconsider;
        if (!await registry.DeletionOrders.AnyAsync(row => row.RecordingId == confirmed.Recording.Id && row.EndsAt == endsAt, ct))
            Order(confirmed, endsAt, forecast);
        confirmed.Recording.OrderedFor = endsAt;
        return StepResult.Done;
    }

    private void Order(RecordingCase @case, DateTimeOffset endsAt, bool forecast)
    {
        var now = clock.GetUtcNow();
        var order = new DeletionOrderRow
        {
            Id = Guid.CreateVersion7(now),
            RecordingId = @case.Recording.Id,
            At = now,
            EndsAt = endsAt,
            Forecast = forecast,
            Plan = PlanName(@case),
            Authority = JsonSerializer.Serialize(active.Pack.Disposal!, JsonSerializerOptions.Web),
            Edition = active.Pack.Edition,
            // Where further courses stay open, this is its own course's end.
            Reason = WireName.Of(endsAt == @case.Ending.At ? @case.Ending.Reason : EndReason.CourseCloses),
        };
        registry.DeletionOrders.Add(order);
        registrar.Audit("bot", "recording.deletion-ordered", @case.Subject, after: $"order:{order.Id}", reason: order.Reason);
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
