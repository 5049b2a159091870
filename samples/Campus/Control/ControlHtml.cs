using RecordingBot.Hosting.Campus;

namespace Campus.Control;

/// <summary>The control's page as HTML.</summary>
internal static class ControlHtml
{
    private static readonly (string Period, string Sv, string En)[] Steps =
    [
        ("PT3M", "+ 3 minuter", "+ 3 minutes"),
        ("P1D", "+ 1 dag", "+ 1 day"),
        ("P7D", "+ 7 dagar", "+ 7 days"),
        ("P31D", "+ 31 dagar", "+ 31 days"),
    ];

    public static Markup Page(ControlView view)
    {
        var words = view.Words;
        return Whole(
            words,
            "Campus",
            Markup.Of(
                $"""
                <header>
                  <h1>Campus</h1>
                  <p>{words.Say(
                    "Ett litet campus att pröva allt i: en Canvas, en Zoom, en klocka och boten.",
                    "A small campus to try everything in: a Canvas, a Zoom, a clock and the bot."
                )}</p>
                  <p>{Other(words)}</p>
                </header>
                <main>
                  {Said(view)}
                  {Clock(view)}
                  {Accounts(view)}
                  {Meetings(view)}
                  {TryThis(words)}
                  {FaultsHtml.Section(view)}
                  {Places(view)}
                </main>
                """
            )
        );
    }

    /// <summary>A whole page around its body.</summary>
    public static Markup Whole(Words words, string title, Markup body) =>
        Markup.Of(
            $"""
            <!doctype html>
            <html lang="{words.Code}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{title}</title>
              <link rel="stylesheet" href="/campus.css">
            </head>
            <body>
            {body}
            </body>
            </html>
            """
        );

    private static Markup Other(Words words) =>
        words.Swedish
            ? Markup.Of($"""<a href="?lang=en" lang="en" hreflang="en">English</a>""")
            : Markup.Of($"""<a href="?lang=sv" lang="sv" hreflang="sv">Svenska</a>""");

    private static Markup Said(ControlView view) =>
        view.Words.Outcome(view.Said) is { } text ? Markup.Of($"""<p class="said" role="status">{text}</p>""") : default;

    private static Markup Clock(ControlView view)
    {
        var words = view.Words;
        var buttons = Steps.Select(step =>
            Markup.Of(
                $"""<form method="post" action="/control/clock"><button name="advance" value="{step.Period}">{words.Say(step.Sv, step.En)}</button></form>"""
            )
        );
        return Markup.Of(
            $"""
            <section aria-labelledby="clock">
              <h2 id="clock">{words.Say("Klockan", "The clock")}</h2>
              <p class="now"><time datetime="{view.Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)}">{words.Say(
                view.Clock.Now
            )}</time></p>
              <p>{words.Say(
                "Den styr allt här. När den flyttas händer allt som skulle ha hänt under tiden, i rätt ordning; det tar högst en minut, och du ser hur långt den har kommit. Den går inte att flytta tillbaka.",
                "It rules everything here. When it is moved, all that would have happened meanwhile happens, in its order; that takes a minute at most, and you see how far it has come. It can't be moved back."
            )}</p>
              <div class="buttons">{buttons}
                <form method="post" action="/control/clock"><label>{words.Say(
                "till den",
                "to"
            )} <input type="date" name="day" required min="{view.Clock.Now.AddDays(1).ToString(
                "yyyy-MM-dd",
                null
            )}"></label> <button class="main">{words.Say("Flytta", "Move")}</button></form>
              </div>
            </section>
            """
        );
    }

    private static Markup Accounts(ControlView view)
    {
        var words = view.Words;
        if (view.Addresses.Bot is not { } bot)
            return Markup.Of(
                $"""<section><h2>{words.Say("Logga in", "Sign in")}</h2><p>{words.Say("Boten är inte igång.", "The bot isn't running.")}</p></section>"""
            );
        var buttons = CampusPeople.All.Select(person =>
            Markup.Of($"""<button name="account" value="{person.Account}">{person.NameIn(words.Swedish)}</button>""")
        );
        return Markup.Of(
            $"""
            <section aria-labelledby="accounts">
              <h2 id="accounts">{words.Say("Logga in som", "Sign in as")}</h2>
              <form method="post" action="{bot}/campus/sign-in/form" class="buttons">{buttons}</form>
              <p>{words.Say(
                "Inget lösenord behövs. Efter att klockan flyttats får man logga in igen.",
                "No password is needed. After the clock was moved, sign in again."
            )}</p>
            </section>
            """
        );
    }

    private static Markup Meetings(ControlView view)
    {
        var words = view.Words;
        if (view.Addresses.Zoom is null)
            return default;
        if (view.Meetings is not { } meetings)
            return Markup.Of($"""<section><h2>{words.Say("Zoom-möten", "Zoom meetings")}</h2><p>{words.Outcome("silent")}</p></section>""");
        var rows = meetings.Take(20).Select(meeting => Row(meeting, words));
        var table =
            meetings.Count == 0
                ? Markup.Of($"""<p>{words.Say("Inga möten ännu.", "No meetings yet.")}</p>""")
                : Markup.Of(
                    $"""
                    <div class="wide"><table>
                      <thead><tr><th scope="col">{words.Say("Möte", "Meeting")}</th><th scope="col">{words.Say(
                        "Värd",
                        "Host"
                    )}</th><th scope="col">{words.Say("Planerad start", "Planned start")}</th><th scope="col">{words.Say(
                        "Läge",
                        "State"
                    )}</th><th scope="col">{words.Say("Gör", "Do")}</th></tr></thead>
                      <tbody>{rows}</tbody>
                    </table></div>
                    """
                );
        return Markup.Of(
            $"""
            <section aria-labelledby="meetings">
              <h2 id="meetings">{words.Say("Zoom-möten", "Zoom meetings")}</h2>
              <form method="post" action="/control/meetings" class="buttons">
                <label>{words.Say(
                "Ny föreläsning om tio minuter, kurs 101, lärare:",
                "A new lecture in ten minutes, course 101, teacher:"
            )} <input name="topic" required maxlength="200" value="{words.Say("Föreläsning 3", "Lecture 3")}"></label>
                <button class="main">{words.Say("Planera", "Plan")}</button>
              </form>
              {table}
            </section>
            """
        );
    }

    private static Markup Row(SandboxMeeting meeting, Words words)
    {
        (string Act, string Label)[] acts = meeting switch
        {
            { Started: false } => [("start", words.Say("Starta", "Start"))],
            { Recording: false } =>
            [
                ("join", words.Say("Någon kommer", "Someone joins")),
                ("record", words.Say("Spela in", "Record")),
                ("end", words.Say("Avsluta", "End")),
            ],
            _ =>
            [
                ("join", words.Say("Någon kommer", "Someone joins")),
                ("stop", words.Say("Sluta spela in", "Stop recording")),
                ("end", words.Say("Avsluta", "End")),
            ],
        };
        var buttons = acts.Select(act =>
            Markup.Of($"""<form method="post" action="/control/meetings/{meeting.Id}/{act.Act}"><button>{act.Label}</button></form>""")
        );
        var state =
            !meeting.Started ? words.Say("väntar", "waiting")
            : meeting.Recording ? words.Say("pågår, spelas in", "running, recording")
            : words.Say("pågår", "running");
        return Markup.Of(
            $"""<tr><th scope="row">{meeting.Topic}</th><td data-label="{words.Say(
                "Värd",
                "Host"
            )}">{NameOf(meeting.Host, words)}</td><td data-label="{words.Say(
                "Planerad start",
                "Planned start"
            )}">{words.Say(meeting.StartsAt)}</td><td data-label="{words.Say("Läge", "State")}">{state}</td><td><div class="buttons">{buttons}</div></td></tr>"""
        );
    }

    private static string? NameOf(string? account, Words words) =>
        CampusPeople.All.FirstOrDefault(person => person.Account == account)?.NameIn(words.Swedish) ?? account;

    private static Markup TryThis(Words words)
    {
        string[] steps =
        [
            words.Say(
                "Planera en föreläsning här, starta den och försök spela in: Zoom säger nej.",
                "Plan a lecture here, start it and try to record: Zoom says no."
            ),
            words.Say(
                "Planera en till. Logga in som lärare och svara på botens frågor om den: skriv ”spela in”.",
                "Plan another. Sign in as teacher and answer the bot's questions about it: say “record”."
            ),
            words.Say(
                "Starta den nu och spela in. Sluta spela in, avsluta mötet och flytta klockan tre minuter.",
                "Start that one now and record. Stop recording, end the meeting and move the clock three minutes."
            ),
            words.Say(
                "Publicera inspelningen. Logga in som kursadministratör och se när den tar slut och varför.",
                "Publish the recording. Sign in as course admin and see when it ends, and why."
            ),
            words.Say(
                "Flytta klockan 31 dagar i taget till efter kursens slut: varningarna kommer, sedan kvittot på att allt är borta.",
                "Move the clock 31 days at a time past the course's end: the warnings come, then the receipt that everything is gone."
            ),
        ];
        return Markup.Of(
            $"""
            <section aria-labelledby="try">
              <h2 id="try">{words.Say("Pröva det här", "Try this")}</h2>
              <ol>{steps.Select(step => Markup.Of($"<li>{step}</li>"))}</ol>
            </section>
            """
        );
    }

    private static Markup Places(ControlView view)
    {
        var words = view.Words;
        (string Name, string? Address)[] places =
        [
            (words.Say("boten", "the bot"), view.Addresses.Bot),
            ("Canvas", view.Addresses.Canvas),
            ("Zoom", view.Addresses.Zoom),
        ];
        var items = places
            .Where(place => place.Address is not null)
            .Select(place => Markup.Of($"""<li>{place.Name}: <a href="{place.Address}">{place.Address}</a></li>"""));
        return Markup.Of(
            $"""
            <section aria-labelledby="places">
              <h2 id="places">{words.Say("Var allt finns", "Where everything is")}</h2>
              <ul>{items}</ul>
              <p>{words.Say(
                "Canvas och Zoom har bara sina programgränssnitt. Exempelnycklar för Canvas: campus-admin, campus-teacher, campus-student.",
                "Canvas and Zoom have only their programming interfaces. Sample tokens for Canvas: campus-admin, campus-teacher, campus-student."
            )}</p>
            </section>
            """
        );
    }
}
