namespace BotConnector.Tests.DirectLine;

/// <summary>A stream that doesn't tell its length, so that HTTP sends it in chunks.</summary>
internal sealed class ForwardOnlyStream(byte[] content) : MemoryStream(content)
{
    public override bool CanSeek => false;
}
