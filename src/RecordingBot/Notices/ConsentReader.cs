using Microsoft.EntityFrameworkCore;
using RecordingBot.Meetings;
using RecordingBot.Registry;
using RecordingPolicy.Notices;

namespace RecordingBot.Notices;

/// <summary>
/// Counts a meeting's consents against who is and was there. What is in doubt is not consented (I14): whom Zoom gives no name, a second person
/// under one name who has not answered from a browser of their own, and anybody under whose name somebody has said no.
/// </summary>
public sealed class ConsentReader(RegistryContext registry)
{
    /// <summary>How the consents stand now.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="notice">The version that stands; null while there is none, and then nobody has consented.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<ConsentState> ReadAsync(MeetingRow meeting, NoticeRow? notice, CancellationToken ct)
    {
        var stays = await registry.Attendance.AsNoTracking().Where(row => row.MeetingId == meeting.Id && !row.IsHost).ToListAsync(ct);
        if (stays.Count == 0)
            return ConsentState.None;
        var answers = await registry
            .Consents.AsNoTracking()
            .Where(row => row.MeetingId == meeting.Id && row.ReplacedAt == null)
            .ToListAsync(ct);
        var bonds = await registry.AttendanceBonds.AsNoTracking().Where(row => row.MeetingId == meeting.Id).ToListAsync(ct);
        var here = meeting.EndedAt is null ? WithoutTelephones(stays.FindAll(stay => stay.LeftAt is null), bonds) : [];
        var recorded = WithoutTelephones(stays.FindAll(stay => WasRecorded(stay, meeting)), bonds);
        return new(Tally(here, answers, ConsentKind.Recording, notice), Tally(recorded, answers, ConsentKind.Publication, notice));
    }

    /// <summary>Whether somebody was there while the host had the right to record; what was recorded without that right may hold anybody.</summary>
    public static bool WasRecorded(AttendanceRow stay, MeetingRow meeting) => !(stay.LeftAt < meeting.RightFirstGivenAt);

    /// <summary>Somebody's telephone needs no consent of its own while they are there at a computer too.</summary>
    private static List<AttendanceRow> WithoutTelephones(List<AttendanceRow> stays, List<AttendanceBondRow> bonds) =>
        stays.FindAll(stay =>
            !stay.ByPhone
            || !bonds.Exists(bond =>
                (bond.One == stay.Participant || bond.Other == stay.Participant)
                && stays.Exists(other => !other.ByPhone && (other.Participant == bond.One || other.Participant == bond.Other))
            )
        );

    private static ConsentTally Tally(List<AttendanceRow> stays, List<ConsentRow> answers, ConsentKind kind, NoticeRow? notice)
    {
        var (people, consented, withdrawn) = (0, 0, false);
        var byName = answers.Where(row => row.Kind == kind).ToLookup(row => row.Participant, StringComparer.Ordinal);
        foreach (var group in stays.GroupBy(stay => stay.Name, StringComparer.Ordinal))
        {
            // Whose part is removed from the recording is not published in it.
            if (kind is ConsentKind.Publication && answers.Exists(row => row.Participant == group.Key && row.SettledAt is not null))
                continue;
            var under = group.Key is null ? group.Count() : AtOnce([.. group]);
            var given = group.Key is null ? [] : byName[group.Key].ToList();
            var yes = given.TrueForAll(row => row.Given) ? given.Count(row => row.Scope == notice?.Scope) : 0;
            people += under;
            consented += Math.Min(under, yes);
            withdrawn |= given.Exists(row => row.IsWithdrawal);
        }
        return new(people, consented, withdrawn, stays.Count > 0);
    }

    /// <summary>How many were there under one name at the same moment: whoever leaves and comes back is one person.</summary>
    private static int AtOnce(AttendanceRow[] stays) =>
        stays.Max(one => Math.Max(1, stays.Count(other => other.JoinedAt <= one.JoinedAt && !(other.LeftAt <= one.JoinedAt))));
}
