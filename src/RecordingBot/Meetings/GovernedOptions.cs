namespace RecordingBot.Meetings;

/// <summary>
/// Whose right to record in Zoom the gate rules; section <c>Meetings:Governed</c>. Where nothing is said: the accounts that are linked to a person, for
/// those the institution has named to this product. Of everybody else nothing is changed in Zoom.
/// </summary>
public sealed class GovernedOptions
{
    /// <summary>Everybody in the account.</summary>
    public bool All { get; set; }

    /// <summary>Hosts, by Zoom's user id or the e-mail address.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Groups in Zoom whose members are governed, by id or name.</summary>
    public IList<string> Groups { get; } = [];

    /// <summary>Something is said.</summary>
    public bool IsSaid => All || Hosts.Count + Groups.Count > 0;
}
