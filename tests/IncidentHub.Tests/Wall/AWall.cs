using IncidentHub.Domain;
using IncidentHub.Tests.Support;
using IncidentHub.Wall;

namespace IncidentHub.Tests.Wall;

/// <summary>A screen as it stands before, and after, somebody pairs it.</summary>
sealed record AWall(Node Node, WallState State, string Secret)
{
    public string Code => PairingCode.Of(Secret, State.CodeUntil);
    public PersonId Person => State.Actor.Person;

    public static PairingRequest Request(string code, params IncidentId[] incidents) => new(code, "Ruang krisis KPU", "Lantai 2", [.. incidents], 7);

    /// <summary>It offers a code.</summary>
    public static async Task<AWall> At(Node node, string address = "192.0.2.1")
    {
        var (wall, secret) = (await node.Get<Walls>().Begin(address)).ShouldNotBeNull();
        return new AWall(node, (await node.Get<Walls>().Renew(wall, secret)).ShouldNotBeNull(), secret);
    }

    public async Task<AWall> Now() => this with { State = (await Node.Get<Walls>().Find(Secret)).ShouldNotBeNull() };

    public Task<PairingOutcome> Pair(Actor coordinator, params IncidentId[] incidents) => Node.Get<PairingDesk>().Pair(Request(Code, incidents), coordinator);

    public async Task<AWall> Paired(Actor coordinator, params IncidentId[] incidents)
    {
        (await Pair(coordinator, incidents)).ShouldBeOfType<PairingOutcome.Done>();
        return await Now();
    }
}
