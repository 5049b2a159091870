using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using RecordingPolicy.Meetings;

namespace RecordingPolicy.Decisions;

/// <summary>A request that could be read, or every reason why it could not.</summary>
public sealed record RequestReading
{
    internal RequestReading(RecordingRequest request) => Request = request;

    internal RequestReading(ImmutableArray<RequestError> errors) => Errors = errors;

    /// <summary>Whether there is a request, and no error.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    public bool IsReadable => Request is not null;

    /// <summary>The request; null where there are errors.</summary>
    public RecordingRequest? Request { get; }

    public ImmutableArray<RequestError> Errors { get; } = [];
}
