using System.Net;

namespace Campus.Control;

/// <summary>Text that is HTML already, to be put into more of it as it stands.</summary>
public readonly record struct Markup(string Html)
{
    /// <summary>Makes HTML from a text with holes; what is put into them is encoded unless it is HTML itself.</summary>
    public static Markup Of(MarkupBuilder builder) => new(builder.ToString());

    /// <summary>Text as HTML.</summary>
    public static Markup Text(string text) => new(WebUtility.HtmlEncode(text));

    /// <summary>Several pieces, one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    public override string ToString() => Html;
}
