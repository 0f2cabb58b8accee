namespace IncidentHub.Wall;

/// <summary>How fast the product's clock runs: a replayed demo's runs many times as fast, and people still need ten minutes to type a code.</summary>
public sealed record WallPace(double Rate);
