using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RecordingBot.Tests.Support;

/// <summary>Lets a test change the services of a host that is built in its scope, by the hosting library's own diagnostics: the product needs no door for it.</summary>
internal sealed class HostHook : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<IDisposable> subscriptions = [];
    private readonly Action<IServiceCollection> change;

    public HostHook(Action<IServiceCollection> change)
    {
        this.change = change;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        // Other tests build their hosts on other threads meanwhile.
        if (value.Name == "Microsoft.Extensions.Hosting" && Environment.CurrentManagedThreadId == thread)
            subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilding", Value: IHostBuilder builder } && Environment.CurrentManagedThreadId == thread)
            builder.ConfigureServices(change);
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
