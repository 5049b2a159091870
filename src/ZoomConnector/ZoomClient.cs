using ZoomConnector.Access;
using ZoomConnector.CloudRecordings;
using ZoomConnector.Groups;
using ZoomConnector.Http;
using ZoomConnector.LiveMeetings;
using ZoomConnector.Meetings;
using ZoomConnector.Settings;
using ZoomConnector.TeamChat;
using ZoomConnector.Users;

namespace ZoomConnector;

/// <summary>
/// Zoom's REST API, as far as it is needed: one account, with a server-to-server token that is fetched and renewed unseen. Safe for
/// many callers at once. Every call throws <see cref="Errors.ZoomException"/> when Zoom refuses or can't be reached.
/// </summary>
public sealed class ZoomClient
{
    internal ZoomClient(ZoomSender sender)
    {
        Users = new ZoomUsers(sender);
        Groups = new ZoomGroups(sender);
        Meetings = new ZoomMeetings(sender);
        LiveMeetings = new ZoomLiveMeetings(sender);
        Settings = new ZoomSettings(sender);
        TeamChat = new ZoomTeamChat(sender);
        Access = new ZoomAccess(sender);
        CloudRecordings = new ZoomCloudRecordings(sender);
    }

    /// <summary>The account's people.</summary>
    public ZoomUsers Users { get; }

    /// <summary>The account's groups.</summary>
    public ZoomGroups Groups { get; }

    /// <summary>Meetings, planned, running and past.</summary>
    public ZoomMeetings Meetings { get; }

    /// <summary>The cloud recording of a running meeting.</summary>
    public ZoomLiveMeetings LiveMeetings { get; }

    /// <summary>What a user may do, above all record.</summary>
    public ZoomSettings Settings { get; }

    /// <summary>Messages into a meeting's chat and to people.</summary>
    public ZoomTeamChat TeamChat { get; }

    /// <summary>What the app may do in the account.</summary>
    public ZoomAccess Access { get; }

    /// <summary>Recordings in Zoom's cloud.</summary>
    public ZoomCloudRecordings CloudRecordings { get; }
}
