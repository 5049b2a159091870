namespace RecordingBot.Rights;

/// <summary>Marks a route whose accesses are logged, because it shows personal data (<c>log.access</c>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ShowsPersonalDataAttribute : Attribute;
