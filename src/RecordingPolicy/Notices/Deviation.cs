namespace RecordingPolicy.Notices;

/// <summary>What departs from the normal case of a teaching recording; the notice says it first.</summary>
public enum Deviation
{
    Availability,
    Publication,
}
