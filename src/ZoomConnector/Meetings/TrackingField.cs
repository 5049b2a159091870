namespace ZoomConnector.Meetings;

/// <summary>A field that the account's administrator has added to meetings.</summary>
/// <param name="Field">Its name, as the account set it.</param>
/// <param name="Value">What this meeting has in it; may be null or empty.</param>
public sealed record TrackingField(string Field, string? Value);
