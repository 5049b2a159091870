namespace RecordingBot.Packs;

/// <summary>Why a pack does not load.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Reason">What is wrong there, and what would be right.</param>
public sealed record PackProblem(string File, int Line, string Reason)
{
    /// <summary>The problem as one line: <c>lund.yaml(12): …</c>.</summary>
    public override string ToString() => $"{File}({Line}): {Reason}";
}
