namespace Campus.Control;

/// <summary>The part of the control's page that lets Canvas fail.</summary>
internal static class FaultsHtml
{
    private const string Set = "/control/faults";

    private static readonly (string Kind, string Sv, string En)[] Kinds =
    [
        ("status-500", "fel i Canvas (500)", "an error in Canvas (500)"),
        ("html-503", "Canvas är nere (503, en webbsida)", "Canvas is down (503, a web page)"),
        ("empty-list", "en tom lista", "an empty list"),
        ("html-200", "en webbsida i stället för svaret", "a web page instead of the answer"),
        ("throttle-403", "för många anrop (403, det äldre sättet)", "too many calls (403, the older way)"),
        ("throttle-429", "för många anrop (429)", "too many calls (429)"),
        ("token-expired", "nyckeln har gått ut", "the token has expired"),
        ("quota-full", "kursens utrymme är fullt", "the course's space is full"),
        ("storage-xml", "lagringen tar inte emot en uppladdning", "the storage refuses an upload"),
        ("slow", "svaret dröjer fem sekunder", "the answer takes five seconds"),
        ("slow-drip", "svaret droppar fram under fem sekunder", "the answer drips in over five seconds"),
        ("reset", "förbindelsen bryts", "the connection breaks"),
    ];

    public static Markup Section(ControlView view)
    {
        var words = view.Words;
        if (view.Addresses.Canvas is null)
            return default;
        return Markup.Of(
            $"""
            <section aria-labelledby="faults">
              <h2 id="faults">{words.Say("Låt Canvas krångla", "Let Canvas fail")}</h2>
              {(view.Faults is { } waiting ? Choice(words, waiting) : Markup.Of($"<p>{words.Outcome("silent-canvas")}</p>"))}
            </section>
            """
        );
    }

    private static Markup Choice(Words words, IReadOnlyList<SandboxFault> waiting)
    {
        var options = Kinds.Select(kind => Markup.Of($"""<option value="{kind.Kind}">{words.Say(kind.Sv, kind.En)}</option>"""));
        return Markup.Of(
            $"""
            <p>{words.Say(
                "Nästa anrop till Canvas råkar ut för det som väljs här. Se hur boten klarar sig.",
                "The next calls to Canvas meet what is chosen here. See how the bot copes."
            )}</p>
            <form method="post" action="{Set}" class="buttons">
              <label>{words.Say("Vad", "What")} <select name="fault">{options}</select></label>
              <label>{words.Say("antal anrop", "number of calls")} <input type="number" name="times" value="1" min="1" max="1000" required></label>
              <button class="main">{words.Say("Låt det hända", "Let it happen")}</button>
            </form>
            {Waiting(words, waiting)}
            """
        );
    }

    private static Markup Waiting(Words words, IReadOnlyList<SandboxFault> waiting)
    {
        if (waiting.Count == 0)
            return Markup.Of($"<p>{words.Say("Inget fel väntar.", "No fault is waiting.")}</p>");
        var items = waiting
            .GroupBy(fault => fault.Fault, StringComparer.Ordinal)
            .Select(same =>
            {
                var (name, left) = (NameOf(same.Key, words), same.Sum(fault => fault.Times));
                return Markup.Of(
                    $"""<li><form method="post" action="{Set}/clear" class="buttons">{name}: {words.Say($"{left} anrop kvar", $"{left} calls left")} <button name="fault" value="{same.Key}" aria-label="{words.Say("Ta bort: ", "Remove: ")}{name}">{words.Say("Ta bort", "Remove")}</button></form></li>"""
                );
            });
        return Markup.Of(
            $"""
            <ul>{items}</ul>
            <form method="post" action="{Set}/clear"><button name="fault" value="">{words.Say("Ta bort alla", "Remove all")}</button></form>
            """
        );
    }

    private static string NameOf(string fault, Words words)
    {
        var kind = Array.Find(Kinds, kind => kind.Kind == fault);
        return kind.Kind is null ? fault : words.Say(kind.Sv, kind.En);
    }
}
