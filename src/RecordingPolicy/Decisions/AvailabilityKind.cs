namespace RecordingPolicy.Decisions;

/// <summary>What the wire calls the cases of <see cref="Expiry.Availability"/>.</summary>
internal enum AvailabilityKind
{
    CourseLifetime,
    Until,
    For,
}
