namespace KillPoints.Oracle;

/// <summary>What is to be true of a recording in the end.</summary>
internal enum Outcome
{
    /// <summary>There is no recording yet.</summary>
    None,

    /// <summary>On the computer alone, and known.</summary>
    Registered,

    /// <summary>Students see it.</summary>
    Shown,

    /// <summary>In Canvas, where no student sees it.</summary>
    Hidden,

    /// <summary>Nowhere any more.</summary>
    Gone,
}
