using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecordingBot.Hosting;

namespace RecordingBot.Tests.Support;

/// <summary>Keeps what the bot writes into its security log.</summary>
internal sealed class SecurityEntries : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> entries = new();

    /// <summary>Those since the last time they were taken.</summary>
    public string[] Take()
    {
        List<string> taken = [];
        while (entries.TryDequeue(out var entry))
            taken.Add(entry);
        return [.. taken];
    }

    public ILogger CreateLogger(string categoryName) =>
        categoryName == typeof(SecurityLog).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public void Dispose() { }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => entries.Enqueue(formatter(state, exception));
}
