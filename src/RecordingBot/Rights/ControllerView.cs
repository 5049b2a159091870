using RecordingPolicy;

namespace RecordingBot.Rights;

/// <summary>The institution that answers for the processing.</summary>
public sealed record ControllerView(LocalizedText Name, string? RegistrationNumber, string? Address, string? Phone, string? Email);
