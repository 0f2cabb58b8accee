using System.Reflection;
using IncidentHub.Access;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Access;

/// <summary>A circuit's secret reattaches to everything that its page shows: it must be worth nothing to anybody else.</summary>
public class CircuitGuardTests
{
    const string Secret = "CfDJ8-a-secret";

    readonly Clock clock = new();
    readonly Guid session = Guid.NewGuid();
    readonly CircuitGuard guard;

    public CircuitGuardTests() => guard = new CircuitGuard(clock);

    [Fact]
    public void It_knows_every_method_of_Blazors_hub()
    {
        var methods = Caller.BlazorsHub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition().DeclaringType == Caller.BlazorsHub);
        methods.Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => p.ParameterType.Name))})").Order().ShouldBe(
        [
            "BeginInvokeDotNetFromJS(String, String, String, Int64, String)", "ConnectCircuit(String)", "EndInvokeJSFromDotNet(Int64, Boolean, String)",
            "OnLocationChanged(String, String, Boolean)", "OnLocationChanging(Int32, String, String, Boolean)", "OnRenderCompleted(Int64, String)",
            "PauseCircuit()", "ReceiveByteArray(Int32, Byte[])", "ReceiveJSDataChunk(Int64, Int64, Byte[], String)", "ResumeCircuit(String, String, String, String, String)",
            "SendDotNetStreamToJS(Int64)", "StartCircuit(String, String, String, String)", "UpdateRootComponents(String, String)",
        ]);
    }

    [Fact]
    public async Task The_session_that_started_it_comes_back_to_it()
    {
        await Started();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
        (await new Caller(session).Call(guard, "ResumeCircuit", "resumed", Secret, "", "", "", "")).ShouldBe("resumed");
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        await Started();
        foreach (var other in new[] { new Caller(Guid.NewGuid()), new Caller(session: null) })
        {
            (await other.Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(false);
            (await other.Call(guard, "ResumeCircuit", "resumed", Secret, "", "", "", "")).ShouldBeNull();
        }
        // And the owner isn't shut out by their trying.
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
    }

    [Fact]
    public async Task Nor_does_anybody_to_a_circuit_that_nobody_signed_in_started()
    {
        await new Caller(session: null).Call(guard, "StartCircuit", Secret, "", "", "", "");
        (await new Caller(session: null).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(false);
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(false);
    }

    [Fact]
    public async Task An_unknown_secret_opens_nothing() =>
        (await new Caller(session).Call(guard, "ConnectCircuit", true, "made-up")).ShouldBe(false);

    [Fact]
    public async Task Every_other_call_passes() =>
        (await new Caller(session).Call(guard, "OnRenderCompleted", "passed", 1L, null)).ShouldBe("passed");

    [Fact]
    public async Task Ending_a_session_cuts_its_connections_and_forgets_its_circuits()
    {
        var (mine, other) = (new Caller(session), new Caller(Guid.NewGuid()));
        await guard.OnConnectedAsync(mine.Lifetime, _ => Task.CompletedTask);
        await guard.OnConnectedAsync(other.Lifetime, _ => Task.CompletedTask);
        await mine.Call(guard, "StartCircuit", Secret, "", "", "", "");
        guard.Abort(session);
        mine.Aborted.IsCompleted.ShouldBeTrue();
        other.Aborted.IsCompleted.ShouldBeFalse();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(false);
    }

    [Fact]
    public async Task A_circuit_that_was_left_long_ago_is_forgotten()
    {
        var caller = await Started();
        await guard.OnDisconnectedAsync(caller.Lifetime, null, (_, _) => Task.CompletedTask);
        clock.Pass(TimeSpan.FromMinutes(9));
        guard.ForgetLeft();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
        // Come back, so not left any more.
        clock.Pass(TimeSpan.FromHours(1));
        guard.ForgetLeft();
        var again = new Caller(session);
        (await again.Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
        await guard.OnDisconnectedAsync(again.Lifetime, null, (_, _) => Task.CompletedTask);
        clock.Pass(TimeSpan.FromMinutes(11));
        guard.ForgetLeft();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(false);
    }

    [Fact]
    public async Task An_old_connection_that_dies_after_its_page_came_back_on_a_new_one_is_no_leaving()
    {
        var old = await Started();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
        await guard.OnDisconnectedAsync(old.Lifetime, null, (_, _) => Task.CompletedTask);
        clock.Pass(TimeSpan.FromMinutes(11));
        guard.ForgetLeft();
        (await new Caller(session).Call(guard, "ConnectCircuit", true, Secret)).ShouldBe(true);
    }

    async Task<Caller> Started()
    {
        var caller = new Caller(session);
        (await caller.Call(guard, "StartCircuit", Secret, "", "", "", "")).ShouldBe(Secret);
        return caller;
    }
}
