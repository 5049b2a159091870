namespace RecordingPolicy.Expiry;

/// <summary>One copy of one part, and how far its removal has come.</summary>
/// <param name="Id">The registry's id of the copy.</param>
/// <param name="State">Where it stands.</param>
/// <param name="InCourse">It is the one in the Canvas course.</param>
public sealed record CopyFacts(Guid Id, CopyState State, bool InCourse = false);
