using System.ComponentModel;
using System.Globalization;

namespace ZoomConnector;

/// <summary>Lets a <see cref="Secret"/> be bound from settings.</summary>
internal sealed class SecretConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    // Never throws: the binder's message would show the value that it failed on.
    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        new Secret(value as string ?? "");
}
