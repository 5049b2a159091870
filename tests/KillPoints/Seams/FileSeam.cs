using System.Diagnostics;

namespace KillPoints.Seams;

/// <summary>Points around each change that the agent makes to its own files and to the recordings in one campus's folder.</summary>
internal sealed class FileSeam : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly Action<string> pass;

    public FileSeam(Action<string> pass)
    {
        this.pass = pass;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Whose files count; those of other tests' agents don't.</summary>
    public string? Folder { get; set; }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "RecordingAgent.Files")
            subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Folder is { } ours && value.Value is string path && path.StartsWith(ours, StringComparison.Ordinal))
            pass($"file {value.Key} {Path.GetExtension(path)}");
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
