namespace Campus;

/// <summary>Where the parts are that run; null for one that doesn't.</summary>
public sealed record CampusAddresses(string? Bot, string? Canvas, string? Zoom, string? Control);
