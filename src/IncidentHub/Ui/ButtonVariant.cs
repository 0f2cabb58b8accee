namespace IncidentHub.Ui;

public enum ButtonVariant { Plain, Primary, Quiet, Icon }
