using System.Runtime.InteropServices;
using Krm.Cli;

// How long an orderly end may take; a command that waits for standard input would not notice the signal at all.
var patience = TimeSpan.FromSeconds(2);

using var cancellation = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return KrmApplication.Run(args, CommandConsole.OfProcess(), cancellation.Token);

// The first signal asks for an orderly end; a second one ends the process as usual.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
    Task.Delay(patience).ContinueWith(_ => Environment.Exit(ExitCodes.Interrupted), TaskScheduler.Default);
}
