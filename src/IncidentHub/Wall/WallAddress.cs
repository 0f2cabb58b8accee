namespace IncidentHub.Wall;

public static class WallAddress
{
    public const string Page = "/papan";
    public const string Stream = "/papan/arus";
    /// <summary>Where coordinators pair walls; with the code, as the QR code has it: <c>?kode=7KF4QP</c>.</summary>
    public const string Pairing = "/papan-status";
}
