namespace RecordingAgent.Watching;

/// <summary>Whether Zoom has finished with a folder.</summary>
internal enum Completeness
{
    Complete,
    Unfinished,
    Damaged,
}
