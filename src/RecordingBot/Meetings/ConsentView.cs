namespace RecordingBot.Meetings;

/// <summary>How it stands with the consents that a meeting's decision asks for. Numbers, no names.</summary>
/// <param name="Present">How many are in the meeting now, but the host; null where recording doesn't wait for consent.</param>
/// <param name="Consented">How many of them have consented to being recorded.</param>
/// <param name="Recorded">How many can have been recorded; null where publication doesn't wait for anyone.</param>
/// <param name="Agreed">How many of them have agreed or consented to the publication.</param>
public sealed record ConsentView(int? Present, int? Consented, int? Recorded, int? Agreed);
