using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Storage;

/// <summary>Column and index names as PostgreSQL writes them, so that plain SQL needs no quotes.</summary>
static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(Name(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Name(property.Name));
            foreach (var key in entity.GetKeys())
                key.SetName(Name(key.GetName()!));
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Name(index.GetDatabaseName()!));
            foreach (var reference in entity.GetForeignKeys())
                reference.SetConstraintName(Name(reference.GetConstraintName()!));
        }
    }

    static string Name(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
