using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace RecordingBot.Hosting;

/// <summary>The product's own measures as Prometheus reads them: <c>GET /metrics</c>, on this machine or for the operator.</summary>
public sealed class MetricsPage : IDisposable
{
    private const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock reading = new();
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (Instrument Instrument, double Value)> values = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    /// <summary>Listens to nothing yet.</summary>
    /// <param name="measures">Makes the instruments.</param>
    /// <param name="meters">Its meters are listened to, and no other host's in this process.</param>
    public MetricsPage(Measures measures, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(measures);
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name != Measures.Name || instrument.Meter.Scope != meters)
                return;
            if (IsCounter(instrument))
                Set(instrument, 0);
            own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Set(instrument, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Set(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Set(instrument, value));
    }

    /// <summary>Counts from here on.</summary>
    public void Start() => listener.Start();

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/metrics", (MetricsPage page) => TypedResults.Text(page.Read(), MediaType))
            .RequireAuthorization(Policies.Operator)
            .ExcludeFromDescription();

    public void Dispose() => listener.Dispose();

    private string Read()
    {
        // Whoever counts meanwhile doesn't wait for the registry.
        lock (reading)
        {
            Forget();
            listener.RecordObservableInstruments();
            return Text();
        }
    }

    /// <summary>What can't be told now is left out, rather than told as it was.</summary>
    private void Forget()
    {
        lock (gate)
        {
            foreach (var (name, _) in values.Where(one => !IsCounter(one.Value.Instrument)).ToList())
                values.Remove(name);
        }
    }

    private string Text()
    {
        var text = new StringBuilder();
        lock (gate)
        {
            foreach (var (name, (instrument, value)) in values)
                text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n")
                    .Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(IsCounter(instrument) ? "counter" : "gauge")}\n")
                    .Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
        }
        return text.ToString();
    }

    private void Set(Instrument instrument, double value)
    {
        var name = NameOf(instrument);
        lock (gate)
            values[name] = (instrument, IsCounter(instrument) && values.TryGetValue(name, out var known) ? known.Value + value : value);
    }

    private static bool IsCounter(Instrument instrument) => instrument is Counter<long>;

    /// <summary>As Prometheus names things: the unit and what is counted stand at the end.</summary>
    private static string NameOf(Instrument instrument) =>
        instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (IsCounter(instrument) ? "_total" : "");
}
