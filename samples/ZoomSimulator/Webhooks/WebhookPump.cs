using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using ZoomSimulator.Sandbox;
using ZoomSimulator.State;

namespace ZoomSimulator.Webhooks;

/// <summary>
/// Delivers what is due, one after the other, and tries again after 5, 25 and 85 minutes of the clock (facts/zoom.md 1.4). Every 72 hours it asks the
/// address whether it still knows the secret.
/// </summary>
internal sealed class WebhookPump : BackgroundService
{
    private const int KeptDeliveries = 500;

    /// <summary>How late a late delivery is; also the longest that a disordered one waits for its companions.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMinutes(10);

    private static readonly ImmutableArray<TimeSpan> Waits = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(60)];

    private static readonly TimeSpan BetweenChecks = TimeSpan.FromHours(72);

    private readonly ZoomTruth truth;

    private readonly EventBodies events;

    private readonly string secret;

    private readonly Faults faults;

    private readonly TimeProvider clock;

    private readonly WebhookSender sender;

    private readonly SemaphoreSlim bell = new(0);

    private readonly ITimer alarm;

    private readonly ConcurrentDictionary<string, TaskCompletionSource> firstAttempts = new(StringComparer.Ordinal);

    private readonly List<Delivery> shuffled = [];

    private volatile bool busy;

    public WebhookPump(ZoomTruth truth, EventBodies events, Faults faults, ZoomServerOptions options)
    {
        (this.truth, this.events, this.faults) = (truth, events, faults);
        (clock, secret, Target, ChatTarget) = (options.Clock, options.WebhookSecret, options.WebhookUrl, options.ChatUrl);
        sender = new WebhookSender(options);
        alarm = clock.CreateTimer(_ => bell.Release(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Uri? Target { get; set; }

    public Uri? ChatTarget { get; set; }

    public bool IsSettled => !busy && Due() is null && !IsCheckDue;

    /// <summary>When the next delivery is due. A check changes nothing, so time needn't stop for it; it is made once time has passed its moment.</summary>
    public DateTimeOffset? NextDueAt => truth.Read(state => state.Deliveries.Min(delivery => delivery.NextAttemptAt));

    /// <summary>Queues events, in their order, as part of a change of the state. Without a target nobody is told.</summary>
    public void Queue(ZoomState state, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(delivery => TargetOf(delivery) is not null))
        {
            firstAttempts[delivery.Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            state.Deliveries.Add(delivery);
        }

        var surplus = state.Deliveries.Count - KeptDeliveries;
        if (surplus > 0)
            state.Deliveries.RemoveAll(delivery => delivery.NextAttemptAt is null && surplus-- > 0);
        bell.Release();
    }

    /// <summary>Waits until everything queued so far was tried once, or three seconds.</summary>
    public async Task FirstAttemptsAsync(CancellationToken ct)
    {
        var open = Task.WhenAll(firstAttempts.Values.Select(attempt => attempt.Task));
        await Task.WhenAny(open, Task.Delay(TimeSpan.FromSeconds(3), ct)); // real seconds: someone is waiting
    }

    /// <summary>Asks the address, outside the queue, whether it knows the secret; the next time is 72 hours from now. False without a target.</summary>
    public async Task<bool> CheckAsync(CancellationToken ct)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(11));
        var valid = false;
        if (Target is { } target)
        {
            var (status, answer) = await sender.PostAsync(target, events.UrlValidation(token), ct);
            valid = status == 200 && UrlChallenge.IsAnswered(answer, token, secret);
        }
        var now = clock.GetUtcNow();
        truth.Change(state => (state.UrlCheck.At, state.UrlCheck.Valid, state.UrlCheck.NextAt) = (now, valid, now + BetweenChecks));
        return valid;
    }

    public override void Dispose()
    {
        alarm.Dispose();
        sender.Dispose();
        bell.Dispose();
        base.Dispose();
    }

    private bool IsCheckDue => truth.Read(state => state.UrlCheck.NextAt) <= clock.GetUtcNow();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        truth.Change(state => state.UrlCheck.NextAt ??= clock.GetUtcNow() + BetweenChecks);
        while (!stoppingToken.IsCancellationRequested)
        {
            busy = true;
            while (Due() is { } delivery)
                await TryAsync(delivery, stoppingToken);
            if (IsCheckDue)
                await CheckAsync(stoppingToken);
            busy = false;

            SetAlarm();
            await bell.WaitAsync(stoppingToken);
        }
    }

    private Uri? TargetOf(Delivery delivery) => delivery.ToChatbot ? ChatTarget : Target;

    private Delivery? Due()
    {
        var now = clock.GetUtcNow();
        return truth.Read(state =>
            state.Deliveries.Where(delivery => delivery.NextAttemptAt <= now).MinBy(delivery => delivery.NextAttemptAt)
        );
    }

    private void SetAlarm()
    {
        var (next, check) = (NextDueAt, truth.Read(state => state.UrlCheck.NextAt));
        next = next is null || check < next ? check : next;
        var wait = next is { } moment ? moment - clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
        alarm.Change(next is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    private async Task TryAsync(Delivery delivery, CancellationToken ct)
    {
        if (!delivery.HeldBack && HoldsBack(delivery))
        {
            Attempted(delivery);
            return;
        }

        var target = TargetOf(delivery);
        var lost = target is null || faults.TryTake(Faults.WebhooksLost);
        var status = lost ? 0 : (await sender.PostAsync(target!, delivery, ct)).Status;
        if (!lost && faults.TryTake(Faults.WebhooksDoubled))
            await sender.PostAsync(target!, delivery, ct);

        truth.Change(_ =>
        {
            delivery.Attempts++;
            delivery.LastStatus = status;
            delivery.NextAttemptAt =
                !lost && status is not (200 or 204) && delivery.Attempts <= Waits.Length
                    ? clock.GetUtcNow() + Waits[delivery.Attempts - 1]
                    : null;
        });
        Attempted(delivery);
    }

    private void Attempted(Delivery delivery)
    {
        if (firstAttempts.TryRemove(delivery.Id, out var attempt))
            attempt.SetResult();
    }

    /// <summary>Whether a fault keeps it back; what is to be disordered waits until its whole batch is there, and the last then goes first.</summary>
    private bool HoldsBack(Delivery delivery)
    {
        var disordered = faults.TryTake(Faults.WebhooksDisordered);
        if (!disordered && !faults.TryTake(Faults.WebhooksLate))
            return false;

        var now = clock.GetUtcNow();
        truth.Change(_ => (delivery.HeldBack, delivery.NextAttemptAt) = (true, now + Lateness));
        if (!disordered)
            return true;
        shuffled.Add(delivery);
        if (!faults.IsOn(Faults.WebhooksDisordered))
            truth.Change(_ => ReleaseShuffled(now));
        return true;
    }

    private void ReleaseShuffled(DateTimeOffset now)
    {
        for (var place = 0; place < shuffled.Count; place++)
            shuffled[place].NextAttemptAt = now.AddTicks(-place);
        shuffled.Clear();
    }
}
