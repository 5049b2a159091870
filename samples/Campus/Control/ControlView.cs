using Campus.Clock;

namespace Campus.Control;

/// <summary>What the control's page shows.</summary>
/// <param name="Words">The page's language.</param>
/// <param name="Addresses">Where the parts are.</param>
/// <param name="Clock">How the clock stands.</param>
/// <param name="Meetings">Zoom's meetings; null where Zoom isn't here or is silent.</param>
/// <param name="Faults">Canvas's faults that are still to come; null where Canvas isn't here or is silent.</param>
/// <param name="Said">What became of the last button: one of the keys of <see cref="Words"/>.</param>
public sealed record ControlView(
    Words Words,
    CampusAddresses Addresses,
    ClockReading Clock,
    IReadOnlyList<SandboxMeeting>? Meetings,
    IReadOnlyList<SandboxFault>? Faults,
    string? Said
);
