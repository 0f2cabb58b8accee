using FluentValidation;
using IncidentHub.Storage;
using IncidentHub.Ui;
using Microsoft.EntityFrameworkCore;

namespace IncidentHub.Admin;

/// <summary>A further agency, from now on to be chosen; the date is its name's only.</summary>
/// <param name="Since">A day in WIB, from its first minute.</param>
public sealed record AddAgency(string Code, string Name, DateOnly? Since) : AdminCommand
{
    static readonly Rules rules = new();

    public override IValidator Validator => rules;

    public override async Task<AdminOutcome> Apply(AdminWork work)
    {
        if (await work.HasAgency(Code))
            return AdminRefusal.AgencyTaken;
        var (name, since) = (Name.Trim(), LocalTime.Wib.StartOf(Since!.Value));
        var last = await work.Data.Agencies.MaxAsync(a => (int?)a.Position) ?? 0;
        work.Data.Agencies.Add(new AgencyRow { Code = Code, Mark = Code[..2], Name = name, Position = last + 1 });
        work.Data.AgencyNames.Add(new AgencyNameRow { Code = Code, Since = Microseconds.Of(since), Name = name });
        work.Note(AdminDeed.AgencyAdded, Code, after: name, since: since);
        return new AdminOutcome.Done();
    }

    sealed class Rules : AbstractValidator<AddAgency>
    {
        public Rules()
        {
            RuleFor(c => c.Code).IsAgencyCode();
            RuleFor(c => c.Name).IsName();
            RuleFor(c => c.Since).IsDate();
        }
    }
}
