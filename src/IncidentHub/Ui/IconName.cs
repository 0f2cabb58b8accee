namespace IncidentHub.Ui;

/// <summary>The drawings of <c>IconSprite.razor</c>.</summary>
public enum IconName
{
    Incident, Task, Clock, Overdue, Briefing, Board, Admin, Help, Theme, Signal, Search, Up, Down, ToEnd, Menu, Close, Plus, Send,
    People, Lock, Release, Level, Status, Finding, Letter, Duty, Statement, Correct, Contradict, Evidence, Observe, Talk, Link,
    Underway, Settled, Refuted, Blocked, Open, Raw, Proposed, Undone, Waiting, SignOut, Language, Calendar, Bell, Ballot, Same,
    Present, Away, Beat, Cut, New, Demo,
}
