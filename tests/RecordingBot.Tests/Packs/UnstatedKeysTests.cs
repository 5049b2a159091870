using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RecordingBot.Packs;

namespace RecordingBot.Tests.Packs;

public sealed class UnstatedKeysTests : ILogger<UnstatedKeys>
{
    private readonly List<string> said = [];

    [Theory]
    [InlineData("boras", 1)]
    [InlineData("lund", 0)]
    [Trait("Rule", "retention.sensitive-routine")]
    public async Task Start_WithoutTheRoutineThatARuleWants_SaysSo(string pack, int times)
    {
        var library = PackReader.ReadFolder(Path.Combine(AppContext.BaseDirectory, "packs"));

        await new UnstatedKeys(library, Options.Create(new PolicyOptions { Pack = pack }), this).StartAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Equal(times, said.Count(line => line.Contains("sensitiveRoutine", StringComparison.Ordinal)));
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => said.Add($"{logLevel}: {formatter(state, exception)}");
}
