using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Benchmarks.TermEnd;

/// <summary>A term's recordings, by number from 1 on: two in each course, in the course's only module, each with a file in Canvas and one on a computer.</summary>
/// <param name="Count">How many.</param>
/// <param name="Closes">When all courses close.</param>
internal sealed record Term(int Count, DateTimeOffset Closes)
{
    public const int PerCourse = 2;
    public const string Device = "computer";
    public const string Root = "root";

    public int Courses => (Count + PerCourse - 1) / PerCourse;

    public static long CourseId(int course) => 1_000_000 + course;

    public static long ModuleId(int course) => 2_000_000 + course;

    public static long FileId(int number) => 3_000_000 + number;

    public static long ItemId(int number) => 4_000_000 + number;

    /// <summary>What is in a recording's file.</summary>
    public static byte[] Content(int number) => Encoding.ASCII.GetBytes(number.ToString("D8", CultureInfo.InvariantCulture));

    public static string Sha256(int number) => Convert.ToHexStringLower(SHA256.HashData(Content(number)));

    /// <summary>Where a recording's file is below the computer's root.</summary>
    public static string Path(int number) => $"lecture-{number.ToString(CultureInfo.InvariantCulture)}/video.mp4";
}
