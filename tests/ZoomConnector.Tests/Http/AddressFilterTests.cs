using System.Net;
using ZoomConnector.Http;

namespace ZoomConnector.Tests.Http;

public sealed class AddressFilterTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void MayBe_NotPublic_IsRefusedForAPublicHost(string address) =>
        Assert.False(AddressFilter.MayBe(IPAddress.Parse(address), loopbackHost: false));

    [Theory]
    [InlineData("8.8.8.8", false, true)]
    [InlineData("2606:4700::1111", false, true)]
    [InlineData("127.0.0.1", true, true)]
    [InlineData("::1", true, true)]
    [InlineData("8.8.8.8", true, false)]
    [InlineData("10.0.0.1", true, false)]
    public void MayBe_ByKindOfHost_IsAsExpected(string address, bool loopbackHost, bool allowed) =>
        Assert.Equal(allowed, AddressFilter.MayBe(IPAddress.Parse(address), loopbackHost));
}
