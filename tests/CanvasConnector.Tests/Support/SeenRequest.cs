namespace CanvasConnector.Tests.Support;

/// <summary>What a scripted Canvas was asked.</summary>
internal sealed record SeenRequest(string Request, string Query, string Authorization, string Body);
