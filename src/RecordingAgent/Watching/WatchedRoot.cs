namespace RecordingAgent.Watching;

/// <summary>A watched folder that is there, with its mark in it.</summary>
internal sealed record WatchedRoot(int Index, string Path, string Id);
