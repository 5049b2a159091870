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
    Turns turns,
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
        if (!await guards.MayRemoveAsync(ct))
            return StepResult.Reconsider;
        if (forecast)
            await OrderAsync(confirmed, endsAt, forecast: true, ct);
        else
            await turns.AloneAsync("unforecast removals", alone => OrderIfGuardsLetAsync(confirmed, endsAt, alone), ct);
        return confirmed.Recording.OrderedFor == endsAt ? StepResult.Done : StepResult.Reconsider;
    }

    /// <summary>One at a time, and saved before the next: else each of several would be the last that may be ordered.</summary>
    private async Task OrderIfGuardsLetAsync(RecordingCase @case, DateTimeOffset endsAt, CancellationToken ct)
    {
        if (await guards.MayOrderUnforecastAsync(reconciler.RunningSince, ct))
            await OrderAsync(@case, endsAt, forecast: false, ct);
        await registry.SaveChangesAsync(ct);
    }

    private async Task OrderAsync(RecordingCase @case, DateTimeOffset endsAt, bool forecast, CancellationToken ct)
    {
        if (!await registry.DeletionOrders.AnyAsync(row => row.RecordingId == @case.Recording.Id && row.EndsAt == endsAt, ct))
            Order(@case, endsAt, forecast);
        @case.Recording.OrderedFor = endsAt;
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
        @case.Ending.Reason switch
        {
            EndReason.OwnerAsked => "owner-asked",
            EndReason.NotApproved => "not-approved",
            _ => @case.Facts.Plan switch
            {
                RetentionPlan.Until => "until",
                RetentionPlan.For => "for",
                _ => "course-lifetime",
            },
        };
}
