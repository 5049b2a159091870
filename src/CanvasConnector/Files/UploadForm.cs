using System.Net.Http.Headers;
using System.Text;
using RestSharp.Interceptors;

namespace CanvasConnector.Files;

/// <summary>Step 2's form: the ticket's fields unchanged and in order, the file last, where RestSharp would send it first.</summary>
internal sealed class UploadForm(UploadTicket ticket, FileToUpload file, FileBytes bytes) : Interceptor
{
    private const int LongestExtension = 8;

    public override ValueTask BeforeHttpRequest(HttpRequestMessage requestMessage, CancellationToken cancellationToken)
    {
        requestMessage.RequestUri = ticket.UploadUrl; // letter by letter: it may be signed
        requestMessage.Content = Content();
        return default;
    }

    private MultipartFormDataContent Content()
    {
        var boundary = "canvas-" + Guid.NewGuid().ToString("N");
        var form = new MultipartFormDataContent(boundary);
        // Without the quotes that .NET puts round it, which not every server takes off.
        form.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", boundary) } };
        foreach (var field in ticket.Params)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(field.Value));
            part.Headers.ContentDisposition = new("form-data") { Name = $"\"{field.Name}\"" };
            form.Add(part);
        }
        bytes.Headers.ContentDisposition = new("form-data") { Name = $"\"{ticket.FileParam}\"", FileName = $"\"file{Extension()}\"" };
        if (MediaTypeHeaderValue.TryParse(file.ContentType, out var type))
            bytes.Headers.ContentType = type;
        form.Add(bytes);
        return form;
    }

    // The name that people see went along in step 1; letters of other alphabets have no safe place here.
    private string Extension()
    {
        var extension = Path.GetExtension(file.Name);
        return extension.Length is > 1 and <= LongestExtension && extension.Skip(1).All(char.IsAsciiLetterOrDigit) ? extension : "";
    }
}
