namespace RecordingAgent.Watching;

/// <summary>A file as the server was told of it.</summary>
internal sealed record KnownPart(string RelativePath, long Size, long Modified, string Sha256);
