namespace Benchmarks;

/// <summary>A benchmark whose figures would mean nothing: answers differ, or a contestant failed. The message is for whoever runs it.</summary>
public sealed class BenchmarkException : Exception
{
    public BenchmarkException(string message)
        : base(message) { }

    public BenchmarkException(string message, Exception cause)
        : base(message, cause) { }
}
