namespace RecordingPolicy.Packs;

/// <summary>The institution that answers for the processing, <c>notice.controller</c> (GDPR 13(1)(a)). A part is null while it has not been filled in.</summary>
public sealed record Controller(LocalizedText Name, string? RegistrationNumber, string? Address, string? Phone, string? Email);
