namespace RecordingPolicy.Notices;

/// <summary>What people consent or agree to, each a choice of its own (GDPR 7(2)).</summary>
public enum ConsentKind
{
    /// <summary>Being recorded (<c>consent.written-before</c>).</summary>
    Recording,

    /// <summary>The publication of what was recorded (<c>publication.agreed</c>, <c>publication.internet</c>).</summary>
    Publication,
}
