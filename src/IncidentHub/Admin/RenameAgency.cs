using FluentValidation;
using IncidentHub.Storage;
using IncidentHub.Ui;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>Another name from a day on, past or to come. Old entries keep the name that they were written under.</summary>
/// <param name="Since">A day in WIB, from its first minute.</param>
public sealed record RenameAgency(string Code, string Name, DateOnly? Since) : AdminCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (await work.Data.Agencies.SingleOrDefaultAsync(a => a.Code == Code) is not { } agency)
            return AdminRefusal.NoSuchAgency;
        var (name, since) = (Name.Trim(), LocalTime.Wib.StartOf(Since!.Value));
        var from = Microseconds.Of(since);
        var before = await work.Data.AgencyNames.Where(n => n.Code == Code && n.Since <= from).OrderByDescending(n => n.Since).FirstOrDefaultAsync();
        if (before?.Since == from)
            return AdminRefusal.NameBeginsThen;
        if ((before?.Name ?? agency.Name) == name)
            return AdminRefusal.SameName;
        work.Data.AgencyNames.Add(new AgencyNameRow { Code = Code, Since = from, Name = name });
        work.Note(AdminDeed.AgencyRenamed, Code, before?.Name ?? agency.Name, name, since);
        return new AdminOutcome.Done();
    }

    sealed class Rules : AbstractValidator<RenameAgency>
    {
        public Rules()
        {
            RuleFor(c => c.Name).IsName();
            RuleFor(c => c.Since).IsDate();
        }
    }
}
