using Microsoft.AspNetCore.Http;
using ZoomSimulator.Rest;
using ZoomSimulator.State;
using ZoomSimulator.Webhooks;

namespace ZoomSimulator.Sandbox;

/// <summary>What people change in Zoom's portal: recording settings, locks, groups. Each changes the truth and tells the webhook (facts/zoom.md 2.5).</summary>
internal sealed class SettingsPlay(ZoomTruth truth, EventBodies events, WebhookPump pump)
{
    public IResult SetUser(string account, SettingsAct act) =>
        !act.IsRight || act.ChangesLocks
            ? Refusal.Unreadable(SettingsAct.Words)
            : truth.Change(state =>
            {
                if (state.Users.Find(user => user.Account == account) is not { } user)
                    return Refusal.Unreadable("There is no such user.");
                if (act.Named.Any(setting => state.LockOf(user, setting) is not null))
                    return Refusal.WrongState("The setting is locked.");

                user.LocalRecording = act.Local ?? user.LocalRecording;
                user.CloudRecording = act.Cloud ?? user.CloudRecording;
                user.AutoRecording = act.Auto ?? user.AutoRecording;
                pump.Queue(state, [events.UserSettings(user.Id, SettingsApi.Settings(state.RightsOf(user)))]);
                return Results.NoContent();
            });

    public IResult SetAccount(SettingsAct act) =>
        Set(
            act,
            state => state.Account,
            (state, locks) => events.AccountSettings(locks ? SettingsApi.Locks(state.Account) : SettingsApi.Shared(state.Account), locks)
        );

    public IResult SetGroup(string id, SettingsAct act) =>
        Set(
            act,
            state => Group(state, id),
            (state, locks) =>
            {
                var group = Group(state, id)!;
                return events.GroupSettings(group, locks ? SettingsApi.Locks(group) : SettingsApi.Shared(group), locks);
            }
        );

    public IResult AddGroup(NewGroup made) =>
        made.Name is not { Length: > 0 and <= 100 }
            ? Refusal.Unreadable("A group takes name, and members: names of accounts.")
            : truth.Change(state =>
            {
                var members = (made.Members ?? []).Select(account => state.Users.Find(user => user.Account == account)).ToList();
                if (members.Contains(null))
                    return Refusal.Unreadable("There is no such user.");

                var group = new GroupState { Id = $"group-{state.Groups.Count + 1}", Name = made.Name };
                group.Members.AddRange(members.Select(user => user!.Id));
                state.Groups.Add(group);
                pump.Queue(state, members.Select(user => events.Member(group, user!, added: true)));
                return Results.Ok(new { id = group.Id });
            });

    public IResult Member(string id, MemberAct act) =>
        truth.Change(state =>
        {
            if (Group(state, id) is not { } group)
                return Refusal.WrongState("There is no such group.");
            if (state.Users.Find(user => user.Account == act.Account) is not { } user || act.Do is not ("add" or "remove"))
                return Refusal.Unreadable("A member takes account, and do: add or remove.");

            group.Members.Remove(user.Id);
            if (act.Do == "add")
                group.Members.Add(user.Id);
            pump.Queue(state, [events.Member(group, user, act.Do == "add")]);
            return Results.NoContent();
        });

    private IResult Set(SettingsAct act, Func<ZoomState, SharedSettings?> whose, Func<ZoomState, bool, Delivery> told) =>
        !act.IsRight
            ? Refusal.Unreadable(SettingsAct.Words)
            : truth.Change(state =>
            {
                if (whose(state) is not { } shared)
                    return Refusal.WrongState("There is no such group.");

                shared.LocalRecording = act.Local ?? shared.LocalRecording;
                shared.CloudRecording = act.Cloud ?? shared.CloudRecording;
                shared.AutoRecording = act.Auto ?? shared.AutoRecording;
                shared.Locks.RemoveAll(setting => (act.Unlock ?? []).Concat(act.Lock ?? []).Contains(setting, StringComparer.Ordinal));
                shared.Locks.AddRange(act.Lock ?? []);
                if (act.ChangesSettings)
                    pump.Queue(state, [told(state, false)]);
                if (act.ChangesLocks)
                    pump.Queue(state, [told(state, true)]);
                return Results.NoContent();
            });

    private static GroupState? Group(ZoomState state, string id) => state.Groups.Find(group => group.Id == id);
}
