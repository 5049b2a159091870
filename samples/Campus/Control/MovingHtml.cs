namespace Campus.Control;

/// <summary>The page that is shown while the clock moves.</summary>
internal static class MovingHtml
{
    public static Markup Page(Words words, (DateTimeOffset Now, DateTimeOffset To, int Percent) progress)
    {
        var title = words.Say("Klockan flyttas", "The clock is moving");
        return ControlHtml.Whole(
            words,
            title + " – Campus",
            Markup.Of(
                $"""
                <main class="moving">
                  <section aria-labelledby="moving">
                    <h1 id="moving">{title}</h1>
                    <p class="now">{words.Say(progress.Now)}</p>
                    <progress max="100" value="{progress.Percent}" aria-label="{words.Say(
                    "Hur långt den har kommit",
                    "How far it has come"
                )}"></progress>
                    <p>{words.Say("På väg till ", "On its way to ")}{words.Say(progress.To)}.</p>
                    <p>{words.Say(
                    "Allt som skulle hända under tiden händer nu, i ordning. Det tar högst en minut. Sidan tittar till varannan sekund och går tillbaka när allt är klart.",
                    "All that would happen meanwhile happens now, in its order. It takes a minute at most. The page looks in every other second, and goes back when all is done."
                )}</p>
                    <p><a href="">{words.Say("Titta nu", "Look now")}</a></p>
                  </section>
                </main>
                """
            )
        );
    }
}
