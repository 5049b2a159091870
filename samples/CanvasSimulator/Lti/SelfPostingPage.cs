using System.Net;

namespace CanvasSimulator.Lti;

/// <summary>A page that sends its form at once: the browser carries the message from one site to the other.</summary>
internal static class SelfPostingPage
{
    public static string Of(string action, IEnumerable<(string Name, string Value)> fields)
    {
        var inputs = fields.Select(field => $"""<input type="hidden" name="{field.Name}" value="{WebUtility.HtmlEncode(field.Value)}">""");
        return $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Canvas</title></head>
            <body><form method="post" action="{WebUtility.HtmlEncode(action)}">{string.Concat(
                inputs
            )}<noscript><button>Continue</button></noscript></form>
            <script>document.forms[0].submit()</script></body></html>
            """;
    }
}
