using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RecordingBot.Registry;

namespace RecordingBot.Tests.Support;

/// <summary>
/// Ends the bot's process right after the n-th of its calls to Canvas and its saves, once it is armed: what the call has done is done, and nothing of what
/// was to follow is. That is every state a kill can leave, since before one point is after the last.
/// </summary>
internal sealed class KillPoint
    : SaveChangesInterceptor,
        IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private static readonly TimeSpan UntilNoticed = TimeSpan.FromMilliseconds(300);

    private readonly List<IDisposable> subscriptions = [];
    private CancellationTokenSource? source;
    private string only = "";
    private int left;

    public KillPoint() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Whose calls count.</summary>
    public Uri? Canvas { get; set; }

    /// <summary>After what it has struck, in the order of the strikes.</summary>
    public List<string> Struck { get; } = [];

    /// <summary>Watches a host's registry.</summary>
    public void Into(IServiceCollection services) => services.ConfigureDbContext<RegistryContext>(options => options.AddInterceptors(this));

    /// <summary>From now on it counts; it strikes at this one.</summary>
    /// <returns>Ends whatever runs in the process.</returns>
    public CancellationToken Arm(int at)
    {
        source?.Dispose();
        source = new();
        left = at;
        return source.Token;
    }

    /// <summary>From now on it counts the calls to this path alone; it strikes at the first.</summary>
    public CancellationToken ArmAfter(string path)
    {
        only = path;
        return Arm(1);
    }

    /// <summary>Counts no longer.</summary>
    /// <returns>Whether it has struck since it was armed.</returns>
    public bool Disarm()
    {
        (left, only) = (0, "");
        return source!.IsCancellationRequested;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (Strikes("save"))
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken); // until whoever called is gone
        return result;
    }

    public void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        source?.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
            subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "System.Net.Http.HttpRequestOut.Stop" || Canvas is null)
            return;
        if (
            value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value)
            is not HttpRequestMessage { RequestUri: { } address } request
        )
            return;
        // Other tests call their own Canvas meanwhile.
        if (address.Authority != Canvas.Authority)
            return;
        if (!Strikes($"{request.Method} {address.AbsolutePath}"))
            return;
        Thread.Sleep(UntilNoticed);
        throw new OperationCanceledException("The process is gone.");
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    private bool Strikes(string after)
    {
        if (left == 0 || !after.EndsWith(only, StringComparison.Ordinal) || Interlocked.Decrement(ref left) != 0)
            return false;
        lock (Struck)
            Struck.Add(after);
        source!.Cancel();
        return true;
    }
}
