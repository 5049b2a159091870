using System.Text.Json;

namespace Benchmarks.Chat;

/// <summary>Somebody who knows what to say next.</summary>
internal interface ISpeaker
{
    /// <summary>How often the whole talk has been gone through.</summary>
    int Finished { get; }

    /// <summary>The next words.</summary>
    /// <param name="heard">What was answered to the last ones; nothing at first.</param>
    /// <exception cref="BenchmarkException">The answer is none that was expected.</exception>
    string Next(IReadOnlyList<JsonElement> heard);
}
