namespace RecordingPolicy.Notices;

/// <summary>A consent that a notice asks for.</summary>
/// <param name="Kind">What it is to.</param>
/// <param name="Wording">The exact words that are consented to; they stand in the notice's text too.</param>
public sealed record AskedConsent(ConsentKind Kind, LocalizedText Wording);
