namespace CanvasConnector.Access;

/// <summary>One scope or right that is wanted.</summary>
/// <param name="Name">As Canvas writes it, for example <c>url:GET|/api/v1/courses/:id</c> or <c>manage_files_add</c>.</param>
/// <param name="Verdict">Whether it is there.</param>
public sealed record AccessFinding(string Name, AccessVerdict Verdict);
