using Campus.Clock;

namespace Campus.Control;

/// <summary>What the control is made of.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Addresses">Where the parts are that run here.</param>
/// <param name="Clock">The campus's clock.</param>
/// <param name="RecordingsFolder">Where Zoom leaves its recordings on this machine.</param>
/// <param name="Zoom">The simulated Zoom, where it runs here.</param>
/// <param name="HostArguments">Settings for its host, as on a command line.</param>
public sealed record ControlOptions(
    string Url,
    CampusAddresses Addresses,
    CampusClock Clock,
    string RecordingsFolder,
    ZoomSimulator.ZoomServer? Zoom,
    string[] HostArguments
);
