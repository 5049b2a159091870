using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>What somebody answers on a notice's page.</summary>
/// <param name="Browser">Their browser's cookie.</param>
/// <param name="Name">The name that they have in the meeting; null where the browser has answered before, and is known by that.</param>
/// <param name="Choices">Yes or no, for each purpose that they answered.</param>
/// <param name="Language">The language in which they read the words.</param>
public sealed record ConsentAnswer(string Browser, string? Name, IReadOnlyDictionary<ConsentKind, bool> Choices, string Language);
