namespace IncidentHub.Domain;

/// <summary>To whom a recipient may pass a thing on: the labels of FIRST's Traffic Light Protocol 2.0, least to most restrictive.</summary>
public enum Tlp
{
    /// <summary>No limit on disclosure.</summary>
    Clear,
    /// <summary>The community; no publicly accessible channel.</summary>
    Green,
    /// <summary>The recipient's organisation and its clients, on a need-to-know basis.</summary>
    Amber,
    /// <summary>The recipient's own organisation only.</summary>
    AmberStrict,
    /// <summary>Named individual recipients only.</summary>
    Red,
}
