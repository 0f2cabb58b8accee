namespace IncidentHub.Tests.Support;

/// <summary>
/// Tests that run on both databases: an abstract class with the tests, and two that say where (<c>AppendOnSqlite</c>,
/// <c>AppendOnPostgres</c>). Every test has a database and a node of its own.
/// </summary>
public abstract class DatabaseTests(Func<Task<Database>> create) : IAsyncLifetime
{
    protected Database Database { get; private set; } = default!;
    protected Clock Clock { get; } = new();
    protected Node Node { get; private set; } = default!;

    public virtual async ValueTask InitializeAsync()
    {
        Database = await create();
        Node = Database.Start(Clock);
    }

    public virtual ValueTask DisposeAsync() => Database.DisposeAsync();
}
