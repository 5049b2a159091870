using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using Quartz.Diagnostics;

namespace RecordingBot.Hosting;

/// <summary>Sends the measures to an OpenTelemetry collector where the environment names one (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).</summary>
public sealed class Telemetry(IConfiguration settings, Measures measures) : IHostedService, IDisposable
{
    private static readonly string[] Meters =
    [
        Measures.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
        "Npgsql",
        QuartzInstrumentation.MeterName,
    ];

    private MeterProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measures);
        if (!string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            provider = Sdk.CreateMeterProviderBuilder()
                .AddMeter(Meters)
                .AddOtlpExporter(otlp =>
                {
                    // What collectors listen to everywhere; the environment can say otherwise.
                    if (string.IsNullOrEmpty(settings["OTEL_EXPORTER_OTLP_PROTOCOL"]))
                        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                })
                .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider?.ForceFlush(5_000);
        return Task.CompletedTask;
    }

    public void Dispose() => provider?.Dispose();
}
