namespace RecordingAgent.Watching;

/// <summary>A trouble, and whether the server knows of it as it now is.</summary>
internal sealed record TroubleEntry(string RootPath, FolderTrouble Trouble, bool IsTold);
