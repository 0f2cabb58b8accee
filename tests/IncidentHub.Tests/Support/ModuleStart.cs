using System.Runtime.CompilerServices;

namespace IncidentHub.Tests.Support;

static class ModuleStart
{
    // The app's stand-ins for missing packages (Storage/AssemblyFallback) serve bunit too, and must be there before it loads.
#pragma warning disable CA2255 // a test project is nobody's library
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run() => RuntimeHelpers.RunModuleConstructor(typeof(Program).Module.ModuleHandle);
}
