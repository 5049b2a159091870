namespace RecordingBot.Tests.Conventions;

/// <summary>Whoever knows a type's name knows its file.</summary>
public sealed class TypeFileTests
{
    [Fact]
    public void Files_AsTheyAre_HoldOneTypeEachNamedForIt()
    {
        var files = House.Sources("src", "samples", "tests").ToList();

        Assert.InRange(files.Count, 500, 5000);
        Assert.Empty(files.Select(file => TypeFiles.Offence(House.Relative(file), File.ReadAllText(file))).OfType<string>());
    }

    [Theory]
    [InlineData("src/Other.cs", "public sealed class One;")]
    [InlineData("src/One.cs", "public sealed class One;\n\ninternal enum Two { A }")]
    [InlineData("src/One.cs", "public sealed record One(int A);\n\nfile static class Two { }")]
    [InlineData("src/One.cs", "public readonly record struct Two<T>(int A);")]
    [InlineData("src/One.cs", "internal delegate int Two(string text);")]
    public void File_WithAnotherType_IsFound(string path, string text) =>
        Assert.NotNull(TypeFiles.Offence(path, "namespace House;\n\n" + text));

    [Theory]
    [InlineData("src/One.cs", "public sealed class One\n{\n    private sealed record Inner;\n}")]
    [InlineData("src/OneOfT.cs", "public abstract class One<T>;")]
    [InlineData("src/One.cshtml.cs", "public sealed class One : PageModel;")]
    [InlineData("src/Program.cs", "return 0;")]
    [InlineData("src/One.cs", "public static partial class One { }")]
    public void File_WithItsType_IsWell(string path, string text) => Assert.Null(TypeFiles.Offence(path, "namespace House;\n\n" + text));
}
