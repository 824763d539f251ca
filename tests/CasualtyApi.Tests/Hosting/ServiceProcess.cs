using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CasualtyApi.Tests.Hosting;

/// <summary>The built program in a process of its own, as a person starts it; ended with the test.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private ServiceProcess(string folder, string[] arguments)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CasualtyApi.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.BeginOutputReadLine();
    }

    /// <summary>Where it listens, if it was started to serve.</summary>
    public Uri Address { get; private init; } = new("http://127.0.0.1");

    public int Id => process.Id;

    /// <summary>Starts the program, whatever becomes of it.</summary>
    public static ServiceProcess Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Starts the service at a free port, and waits until it listens.</summary>
    public static async Task<ServiceProcess> ServeAsync(string folder, params string[] arguments)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var service = new ServiceProcess(folder, [.. arguments, $"--urls={address}"]) { Address = address };
        try
        {
            await service.ListensAsync();
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code, and what was written to standard error.</returns>
    public async Task<(int Code, string Complaint)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        var complaint = await process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, complaint);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task ListensAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var client = new TcpClient();
        while (!client.Connected)
        {
            Assert.False(process.HasExited, "The service stopped.");
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Address.Port, limit.Token);
            }
            catch (SocketException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
