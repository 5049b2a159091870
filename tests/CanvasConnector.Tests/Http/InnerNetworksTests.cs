using System.Net;
using CanvasConnector.Http;

namespace CanvasConnector.Tests.Http;

public sealed class InnerNetworksTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    public void IsPublic_InnerAddressInAnyNotation_IsNot(string address) => Assert.False(InnerNetworks.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("130.235.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2001:6b0::1")]
    [InlineData("64:ff9b::82eb:101")]
    public void IsPublic_AddressOfTheInternet_Is(string address) => Assert.True(InnerNetworks.IsPublic(IPAddress.Parse(address)));
}
