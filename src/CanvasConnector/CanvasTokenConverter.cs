using System.ComponentModel;
using System.Globalization;

namespace CanvasConnector;

/// <summary>Lets configuration binding turn a setting's text into a <see cref="CanvasToken"/>.</summary>
internal sealed class CanvasTokenConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        string.IsNullOrEmpty(value as string) ? null
        : CanvasToken.TryCreate((string)value, out var token) ? token
        : CanvasToken.Unusable;
}
