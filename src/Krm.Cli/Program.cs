using System.Runtime.InteropServices;
using Krm.Cli;

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return KrmApplication.Run(args, CommandConsole.OfProcess(), cancellation.Token);

// The first signal asks for an orderly end; a second one ends the process as usual.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
}
