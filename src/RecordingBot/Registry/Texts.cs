using System.Text;

namespace RecordingBot.Registry;

/// <summary>Texts from outside, before they are kept.</summary>
public static class Texts
{
    /// <summary>Unicode NFC, trimmed, cut to at most <paramref name="most"/> characters without splitting one.</summary>
    public static string Bounded(string text, int most)
    {
        var normal = text.Trim().Normalize(NormalizationForm.FormC);
        if (normal.Length <= most)
            return normal;
        return normal[..(char.IsHighSurrogate(normal[most - 1]) ? most - 1 : most)];
    }
}
