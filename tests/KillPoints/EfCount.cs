using System.Diagnostics;
namespace KillPoints;
internal sealed class EfCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    public long N; List<IDisposable> s = [];
    public EfCount() => s.Add(DiagnosticListener.AllListeners.Subscribe(this));
    public void OnNext(DiagnosticListener v) { if (v.Name == "Microsoft.EntityFrameworkCore") s.Add(v.Subscribe(this)); }
    public void OnNext(KeyValuePair<string, object?> v) { if (v.Key.Contains("QueryCompilationStarting")) N++; if (v.Key.Contains("ServiceProviderCreated")) N += 1000; }
    public void OnCompleted() { }
    public void OnError(Exception e) { }
    public void Dispose() => s.ForEach(x => x.Dispose());
}
