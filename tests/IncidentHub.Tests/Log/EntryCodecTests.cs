using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using IncidentHub.Domain;
using IncidentHub.Log;
using IncidentHub.Tests.Support;

namespace IncidentHub.Tests.Log;

/// <summary>The format is forever: what was written once is read for years.</summary>
public class EntryCodecTests
{
    static readonly Member member = new(People.LiaisonOf("BIN").Person, "Narahubung BIN", new("BIN"), "Badan Intelijen Negara", Role.Liaison);

    static readonly Reference letter = new("K-7K2QM"), duty = new("W-7K2QM"), release = new("B-7K2QM"), edition = new("R-7K2QM"), question = new("P-7K2QM");

    internal static readonly IReadOnlyList<IncidentEvent> OneOfEach =
    [
        new IncidentOpened(new("INS-7K2QM4XA"), "Dugaan kebocoran", Severity.High, Tlp.Green, [member]),
        new EntryWritten(EntryKind.PublicStatement),
        new EntryCorrected(new("E-00000001")),
        new EntriesContradicted([new("E-00000001"), new("E-00000002")]),
        new PhaseChanged(Phase.Reported, Phase.Triage),
        new SeverityChanged(Severity.Low, Severity.Critical),
        new CrisisStatusProposed(CrisisStatus.EarlyWarning),
        new CrisisStatusChanged(CrisisStatus.EarlyWarning, CrisisStatus.Normal),
        new LegalTrackChanged(LegalTrack.None, LegalTrack.Inquiry),
        new MemberAdded(member),
        new MemberRemoved(member),
        new WallPaired(new(People.Wall.Person, "Ruang krisis", "Lantai 2", AnIncident.Now)),
        new WallReleased(new(People.Wall.Person, "Ruang krisis", "Lantai 2", AnIncident.Now)),
        new TruthStatusChanged(TruthStatus.Alleged, TruthStatus.Confirmed, new("F-7K2QM")),
        new DataCategoryClaimed(DataCategory.FamilyCard, true),
        new DataCategoryConfirmed(DataCategory.NationalId, true),
        new RowsCounted(RowCountKind.ClaimedDistinct, 204_807_203),
        new SubjectRemarked(new("T-7K2QM"), "Amankan log", Marking.WholeTeam(Tlp.Green), new(Tlp.Red, [new("BIN")], [member.Person])),
        new TaskProposed(new("T-7K2QM"), "Amankan log", TaskKind.Prevention, new("BIN"), TaskState.Accepted, AnIncident.Now, ["salin", "segel"], new("F-7K2QM")),
        new TaskMoved(new("T-7K2QM"), "Amankan log", TaskState.InProgress, TaskState.Blocked, new AgencyId("KPU")),
        new TaskEdited(new("T-7K2QM"), "Amankan log", AnIncident.Now, [new("salin", IsDone: true), new("segel", IsDone: false)]),
        new FindingRaised(new("F-7K2QM"), "Data keluar", ClaimKind.Exfiltration, new(Reliability.B, 2)),
        new FindingMoved(new("F-7K2QM"), "Data keluar", FindingState.UnderReview, FindingState.Indicated),
        new FindingVoiced(new("F-7K2QM"), "Data keluar", new("BSSN"), FindingState.Refuted),
        new FindingSuperseded(new("F-7K2QM"), "Data keluar", new("F-8K2QM")),
        new FindingGraded(new("F-7K2QM"), "Data keluar", Grade.Unjudged, new(Reliability.A, 1)),
        new ClarificationDrafted(letter, "Klarifikasi", ACommand.Letter, new("KPU"), new(Tlp.Red, [new("KPU")], [member.Person])),
        new ClarificationEdited(letter, "Klarifikasi", ACommand.Letter with { Number = "" }, new("KPU"), Marking.WholeTeam(Tlp.Green)),
        new ClarificationSent(letter, "Klarifikasi", ACommand.Letter, new("KPU"), AnIncident.Now, new("K-8K2QM"), new(ProofKind.FileHash, "surat.pdf", new string('a', 64))),
        new ClarificationDelivered(letter, "Klarifikasi", AnIncident.Now, AnIncident.Now.AddHours(1), new(ProofKind.Email, "Received: from …")),
        new ClarificationMoved(letter, "Klarifikasi", ClarificationState.Delivered, ClarificationState.Acknowledged, null),
        new ClarificationAnswered(letter, "Klarifikasi", ClarificationState.Acknowledged, ClarificationState.PartlyAnswered, 2, AnIncident.Now, "1/KPU", [new(1, "Sudah.", QuestionState.PartlyAnswered)], null),
        new QuestionsReopened(letter, "Klarifikasi", [1, 2]),
        new ContactLinked(letter, "Klarifikasi", new(new("E-00000001"), EntryKind.Meeting, Marking.WholeTeam(Tlp.Green), member.Person)),
        new ObligationRecorded(duty, "Pemberitahuan", "uu-27-2022-46", "UU 27/2022 Pasal 46", 72, Counting.CalendarDays, ["Data"], new("KPU")),
        new ObligationStarted(duty, "Pemberitahuan", AnIncident.Now, AnIncident.Now.AddHours(-1), AnIncident.Now.AddHours(71)),
        new ObligationMet(duty, "Pemberitahuan", ObligationState.MetLate, AnIncident.Now, new(ProofKind.Receipt, "TT-1")),
        new ObligationSetAside(duty, "Pemberitahuan", ObligationState.AwaitingBasis),
        new NoticeWritten(duty, "Pemberitahuan", 1, ACommand.NoticeText),
        new NoticeReviewed(duty, "Pemberitahuan", 1),
        new DeadlinePassed(letter, "Klarifikasi", AnIncident.Now),
        new ReleaseProposed(release, "Akses ditutup.", "Sejak kemarin.", ReleasedKind.Finding, new("F-7K2QM"), new("BSSN"), BriefingSection.Known, Tlp.Green, AnIncident.Now, question, Agreed: true),
        new ReleaseAgreed(release, "Akses ditutup.", "Sejak kemarin.", BriefingSection.Next, Tlp.Amber, AnIncident.Now),
        new ReleaseDeclined(release, "Akses ditutup."),
        new ReleasePublished(release, "Akses ditutup.", "Sejak kemarin.", ReleasedKind.Entry, new("E-00000001"), new("BSSN"), BriefingSection.Answer, Tlp.Clear, AnIncident.Now, question, AnIncident.Now.AddHours(1)),
        new ReleaseWithdrawn(release, "Akses ditutup."),
        new EditionComposed(edition, "Dugaan kebocoran", new(BriefingSession.Closed, "Diduga **bocor**.", [release], [new("B-8K2QM")])),
        new EditionApproved(edition, "Dugaan kebocoran", "{}"),
        new EditionFrozen(edition, "Dugaan kebocoran", 2, "{}", new string('a', 64)),
        new EditionDiscarded(edition, "Dugaan kebocoran"),
        new QuestionAsked(question, "Apakah data dapat diubah?", "Anggota Komisi I"),
        new QuestionAssigned(question, "Apakah data dapat diubah?", new("KPU"), new("T-7K2QM")),
        new ReportPrepared(new("S-7K2QM"), "DPT", new(AnIncident.Now.AddDays(-1), AnIncident.Now, Tlp.AmberStrict, "Ringkas.", "Lanjut.", [new("E-00000001")]), "{}"),
        new ReportApproved(new("S-7K2QM"), "DPT", 2, "{}", new string('a', 64)),
        new ReportDiscarded(new("S-7K2QM"), "DPT"),
    ];

    static readonly IReadOnlyList<Type> kinds = [.. typeof(IncidentEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(IncidentEvent)) && !t.IsAbstract)];

    public static TheoryData<string> EveryKind => [.. kinds.Select(k => k.Name)];

    [Fact]
    public void Every_event_has_a_name_of_its_own()
    {
        kinds.ShouldNotBeEmpty();
        EntryCodec.EventNames.Keys.ShouldBe(kinds, ignoreOrder: true);
        EntryCodec.EventNames.Values.ShouldBeUnique();
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void Every_event_comes_back_as_it_was(string kind)
    {
        var change = OneOfEach.SingleOrDefault(e => e.GetType().Name == kind).ShouldNotBeNull($"Put one {kind} into {nameof(OneOfEach)}.");
        var content = ACommandsEntry() with { Events = [change] };
        EntryCodec.Decode(EntryCodec.Encode(content)).ShouldHold(content);
    }

    [Fact]
    public void Every_entry_comes_back_as_it_was() =>
        Always.Holds(Some.Entry, entry =>
        {
            EntryCodec.Decode(EntryCodec.Encode(entry)).ShouldHold(entry);
            return true;
        }, times: 500);

    [Fact]
    public void An_entry_written_in_2023_is_read_as_it_was_written()
    {
        const string body = """
            {"reference":"E-7K2QM4XA","author":{"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","role":"coordinator","agency":"BSSN","agency_name":"BSSN"},
            "kind":"public-statement","occurred_at":"2023-11-28T10:15:00.123456+07:00","text":"Diduga 204.807.203 baris — “Jimbo”.","source":"siaran pers",
            "marking":{"tlp":"red","audience":["BSSN","KPU"],"recipients":["0de30000-0000-4000-8000-000000000002","0de30000-0000-4000-8000-000000000003"]},
            "releasable":false,"cites":["E-00000001"],"events":[
            {"event":"incident-opened","reference":"INS-7K2QM4XA","title":"DPT","severity":"critical","tlp":"amber","members":[
            {"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","agency":"BSSN","agency_name":"BSSN","role":"coordinator"}]},
            {"event":"entry-written","kind":"status-update"},{"event":"entry-corrected","corrected":"E-00000001"},
            {"event":"entries-contradicted","contradicting":["E-00000001","E-00000002"]},{"event":"phase-changed","from":"reported","to":"triage"},
            {"event":"severity-changed","from":"low","to":"medium"},{"event":"crisis-status-proposed","proposed":"early-warning"},
            {"event":"crisis-status-changed","from":"normal","to":"crisis"},{"event":"legal-track-changed","from":"none","to":"investigation"},
            {"event":"member-added","member":{"person":"0de30000-0000-4000-8000-000000000003","name":"Narahubung KPU","agency":"KPU","agency_name":"KPU","role":"liaison"}},
            {"event":"member-removed","member":{"person":"0de30000-0000-4000-8000-000000000003","name":"Narahubung KPU","agency":"KPU","agency_name":"KPU","role":"liaison"}}]}
            """;
        var (bssn, kpu) = (new PersonId(new("0de30000-0000-4000-8000-000000000002")), new PersonId(new("0de30000-0000-4000-8000-000000000003")));
        var liaison = new Member(kpu, "Narahubung KPU", new("KPU"), "KPU", Role.Liaison);
        EntryCodec.Decode(Encoding.UTF8.GetBytes(body)).ShouldHold(new EntryContent(
            new("E-7K2QM4XA"), new(bssn, "Koordinator BSSN", Role.Coordinator, new("BSSN"), "BSSN"), EntryKind.PublicStatement,
            new DateTimeOffset(2023, 11, 28, 10, 15, 0, 123, 456, TimeSpan.FromHours(7)), "Diduga 204.807.203 baris — “Jimbo”.", "siaran pers",
            new(Tlp.Red, [new("BSSN"), new("KPU")], [bssn, kpu]), false, [new("E-00000001")],
            [
                new IncidentOpened(new("INS-7K2QM4XA"), "DPT", Severity.Critical, Tlp.Amber, [new(bssn, "Koordinator BSSN", new("BSSN"), "BSSN", Role.Coordinator)]),
                new EntryWritten(EntryKind.StatusUpdate), new EntryCorrected(new("E-00000001")), new EntriesContradicted([new("E-00000001"), new("E-00000002")]),
                new PhaseChanged(Phase.Reported, Phase.Triage), new SeverityChanged(Severity.Low, Severity.Medium), new CrisisStatusProposed(CrisisStatus.EarlyWarning),
                new CrisisStatusChanged(CrisisStatus.Normal, CrisisStatus.Crisis), new LegalTrackChanged(LegalTrack.None, LegalTrack.Investigation),
                new MemberAdded(liaison), new MemberRemoved(liaison),
            ]));
    }

    [Fact]
    public void Tasks_and_findings_are_read_as_they_were_first_written()
    {
        const string body = """
            {"reference":"E-7K2QM4XA","author":{"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","role":"coordinator","agency":"BSSN","agency_name":"BSSN"},
            "kind":"status-update","occurred_at":"2023-11-28T03:15:00+00:00","text":"Teks.","marking":{"tlp":"amber-strict","audience":["BSSN","KPU"],"recipients":[]},
            "releasable":false,"cites":[],"events":[
            {"event":"task-proposed","subject":"T-7K2QM","title":"Log","kind":"cause","assigned":"BIN","state":"proposed","due":"2023-11-29T03:15:00+00:00","checklist":["salin"],"from":"F-7K2QM"},
            {"event":"task-moved","subject":"T-7K2QM","title":"Log","from":"in-progress","to":"in-review"},
            {"event":"task-moved","subject":"T-7K2QM","title":"Log","from":"in-progress","to":"blocked","waits_for":"KPU"},
            {"event":"task-edited","subject":"T-7K2QM","title":"Log","checklist":[{"text":"salin","is_done":true}]},
            {"event":"finding-raised","subject":"F-7K2QM","title":"Keluar","claim":"exfiltration","grade":{"reliability":"F","credibility":6}},
            {"event":"finding-moved","subject":"F-7K2QM","title":"Keluar","from":"raw","to":"under-review"},
            {"event":"finding-voiced","subject":"F-7K2QM","title":"Keluar","agency":"BSSN","verdict":"verified"},
            {"event":"finding-superseded","subject":"F-7K2QM","title":"Keluar","by":"F-8K2QM"},
            {"event":"finding-graded","subject":"F-7K2QM","title":"Keluar","from":{"reliability":"F","credibility":6},"to":{"reliability":"B","credibility":2}},
            {"event":"subject-remarked","subject":"F-7K2QM","title":"Keluar","from":{"tlp":"green","audience":[],"recipients":[]},"to":{"tlp":"amber","audience":["BIN"],"recipients":[]}},
            {"event":"truth-status-changed","from":"alleged","to":"confirmed","basis":"F-7K2QM"},
            {"event":"data-category-claimed","category":"national-id","claimed":true},{"event":"data-category-confirmed","category":"family-card","confirmed":false},
            {"event":"rows-counted","kind":"claimed-distinct","rows":204807203},{"event":"rows-counted","kind":"register"}]}
            """;
        Reference task = new("T-7K2QM"), finding = new("F-7K2QM");
        EntryCodec.Decode(Encoding.UTF8.GetBytes(body)).ShouldHold(ACommandsEntry() with
        {
            Events =
            [
                new TaskProposed(task, "Log", TaskKind.Cause, new("BIN"), TaskState.Proposed, AnIncident.Now.AddDays(1), ["salin"], finding),
                new TaskMoved(task, "Log", TaskState.InProgress, TaskState.InReview, null),
                new TaskMoved(task, "Log", TaskState.InProgress, TaskState.Blocked, new AgencyId("KPU")),
                new TaskEdited(task, "Log", null, [new("salin", IsDone: true)]),
                new FindingRaised(finding, "Keluar", ClaimKind.Exfiltration, new(Reliability.F, 6)),
                new FindingMoved(finding, "Keluar", FindingState.Raw, FindingState.UnderReview),
                new FindingVoiced(finding, "Keluar", new("BSSN"), FindingState.Verified),
                new FindingSuperseded(finding, "Keluar", new("F-8K2QM")),
                new FindingGraded(finding, "Keluar", new(Reliability.F, 6), new(Reliability.B, 2)),
                new SubjectRemarked(finding, "Keluar", Marking.WholeTeam(Tlp.Green), new(Tlp.Amber, [new("BIN")], [])),
                new TruthStatusChanged(TruthStatus.Alleged, TruthStatus.Confirmed, finding),
                new DataCategoryClaimed(DataCategory.NationalId, true), new DataCategoryConfirmed(DataCategory.FamilyCard, false),
                new RowsCounted(RowCountKind.ClaimedDistinct, 204_807_203), new RowsCounted(RowCountKind.Register, null),
            ],
        });
    }

    [Fact]
    public void Requests_and_obligations_are_read_as_they_were_first_written()
    {
        const string body = """
            {"reference":"E-7K2QM4XA","author":{"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","role":"coordinator","agency":"BSSN","agency_name":"BSSN"},
            "kind":"status-update","occurred_at":"2023-11-28T03:15:00+00:00","text":"Teks.","marking":{"tlp":"amber-strict","audience":["BSSN","KPU"],"recipients":[]},
            "releasable":false,"cites":[],"events":[
            {"event":"clarification-drafted","subject":"K-7K2QM","title":"Surat","letter":{"number":"1","legal_basis":"UU","questions":["Apa?"],"response_hours":24},"addressed":"KPU","intended":{"tlp":"green","audience":[],"recipients":[]}},
            {"event":"clarification-edited","subject":"K-7K2QM","title":"Surat","letter":{"number":"","legal_basis":"","questions":["Apa?"],"response_hours":72},"addressed":"KPU","intended":{"tlp":"green","audience":[],"recipients":[]}},
            {"event":"clarification-sent","subject":"K-7K2QM","title":"Surat","letter":{"number":"1","legal_basis":"UU","questions":["Apa?"],"response_hours":72},"addressed":"KPU","at":"2023-11-28T03:15:00+00:00","proof":{"kind":"file-hash","text":"surat.pdf","sha256":"ab"}},
            {"event":"clarification-delivered","subject":"K-7K2QM","title":"Surat","at":"2023-11-28T03:15:00+00:00"},
            {"event":"clarification-moved","subject":"K-7K2QM","title":"Surat","from":"sent","to":"delivered"},
            {"event":"clarification-answered","subject":"K-7K2QM","title":"Surat","from":"delivered","to":"partly-answered","version":1,"at":"2023-11-28T03:15:00+00:00","letter_number":"2","covers":[{"number":1,"text":"Ya.","state":"partly-answered"}]},
            {"event":"questions-reopened","subject":"K-7K2QM","title":"Surat","reopened":[1]},
            {"event":"contact-linked","subject":"K-7K2QM","title":"Surat","contact":{"entry":"E-00000001","kind":"meeting","marking":{"tlp":"green","audience":[],"recipients":[]},"author":"0de30000-0000-4000-8000-000000000002"}},
            {"event":"obligation-recorded","subject":"W-7K2QM","title":"Wajib","rule":"r","citation":"UU","hours":72,"counting":"calendar-hours","content":["Data"],"agency":"KPU"},
            {"event":"obligation-started","subject":"W-7K2QM","title":"Wajib","at":"2023-11-28T03:15:00+00:00","due":"2023-12-01T03:15:00+00:00"},
            {"event":"obligation-met","subject":"W-7K2QM","title":"Wajib","to":"met-late","at":"2023-11-28T03:15:00+00:00"},
            {"event":"obligation-set-aside","subject":"W-7K2QM","title":"Wajib","from":"running"},
            {"event":"notice-written","subject":"W-7K2QM","title":"Wajib","version":1,"text":{"categories":["name"],"disclosure":"a","handling":"b","contact":"c"}},
            {"event":"notice-reviewed","subject":"W-7K2QM","title":"Wajib","version":1},
            {"event":"deadline-passed","subject":"K-7K2QM","title":"Surat","due":"2023-12-01T03:15:00+00:00"}]}
            """;
        var (now, green, bssn) = (AnIncident.Now, Marking.WholeTeam(Tlp.Green), new PersonId(new("0de30000-0000-4000-8000-000000000002")));
        EntryCodec.Decode(Encoding.UTF8.GetBytes(body)).ShouldHold(ACommandsEntry() with
        {
            Events =
            [
                new ClarificationDrafted(letter, "Surat", new("1", "UU", ["Apa?"], 24), new("KPU"), green),
                new ClarificationEdited(letter, "Surat", new("", "", ["Apa?"]), new("KPU"), green),
                new ClarificationSent(letter, "Surat", new("1", "UU", ["Apa?"]), new("KPU"), now, null, new(ProofKind.FileHash, "surat.pdf", "ab")),
                new ClarificationDelivered(letter, "Surat", null, now, null),
                new ClarificationMoved(letter, "Surat", ClarificationState.Sent, ClarificationState.Delivered, null),
                new ClarificationAnswered(letter, "Surat", ClarificationState.Delivered, ClarificationState.PartlyAnswered, 1, now, "2", [new(1, "Ya.", QuestionState.PartlyAnswered)], null),
                new QuestionsReopened(letter, "Surat", [1]),
                new ContactLinked(letter, "Surat", new(new("E-00000001"), EntryKind.Meeting, green, bssn)),
                new ObligationRecorded(duty, "Wajib", "r", "UU", 72, Counting.CalendarHours, ["Data"], new("KPU")),
                new ObligationStarted(duty, "Wajib", null, now, now.AddHours(72)),
                new ObligationMet(duty, "Wajib", ObligationState.MetLate, now, null),
                new ObligationSetAside(duty, "Wajib", ObligationState.Running),
                new NoticeWritten(duty, "Wajib", 1, new([DataCategory.Name], "a", "b", "c")),
                new NoticeReviewed(duty, "Wajib", 1),
                new DeadlinePassed(letter, "Surat", now.AddHours(72)),
            ],
        });
    }

    [Fact]
    public void Releases_editions_and_questions_are_read_as_they_were_first_written()
    {
        const string body = """
            {"reference":"E-7K2QM4XA","author":{"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","role":"coordinator","agency":"BSSN","agency_name":"BSSN"},
            "kind":"status-update","occurred_at":"2023-11-28T03:15:00+00:00","text":"Teks.","marking":{"tlp":"amber-strict","audience":["BSSN","KPU"],"recipients":[]},
            "releasable":false,"cites":[],"events":[
            {"event":"release-proposed","subject":"B-7K2QM","title":"Judul","text":"Teks.","kind":"clarification","of":"K-7K2QM","source":"KOMINFO","section":"due","label":"clear","agreed":false},
            {"event":"release-proposed","subject":"B-7K2QM","title":"Judul","text":"","kind":"entry","of":"E-7K2QM4XA","source":"KPU","section":"answer","label":"amber","at":"2023-11-28T03:15:00+00:00","answers":"P-7K2QM","agreed":true},
            {"event":"release-agreed","subject":"B-7K2QM","title":"Judul","text":"Teks.","section":"next","label":"green","at":"2023-11-29T03:15:00+00:00"},
            {"event":"release-agreed","subject":"B-7K2QM","title":"Judul","text":"Teks.","section":"unknown","label":"clear"},
            {"event":"release-declined","subject":"B-7K2QM","title":"Judul"},
            {"event":"release-published","subject":"B-7K2QM","title":"Judul","text":"Teks.","kind":"obligation","of":"W-7K2QM","source":"KPU","section":"due","label":"clear"},
            {"event":"release-published","subject":"B-7K2QM","title":"Judul","text":"Teks.","kind":"task","of":"T-7K2QM","source":"KPU","section":"step","label":"green","at":"2023-11-28T03:15:00+00:00","answers":"P-7K2QM","embargo_until":"2023-11-29T03:15:00+00:00"},
            {"event":"release-withdrawn","subject":"B-7K2QM","title":"Judul"},
            {"event":"edition-composed","subject":"R-7K2QM","title":"DPT","draft":{"session":"open","summary":"Ringkas.","order":["B-7K2QM"],"left_out":[]}},
            {"event":"edition-approved","subject":"R-7K2QM","title":"DPT","document":"{}"},
            {"event":"edition-frozen","subject":"R-7K2QM","title":"DPT","number":1,"document":"{}","sha256":"ab"},
            {"event":"edition-discarded","subject":"R-7K2QM","title":"DPT"},
            {"event":"question-asked","subject":"P-7K2QM","title":"Apa?","asked_by":""},
            {"event":"question-assigned","subject":"P-7K2QM","title":"Apa?","agency":"KPU","task":"T-7K2QM"},
            {"event":"report-prepared","subject":"S-7K2QM","title":"DPT","draft":{"from":"2023-11-28T03:15:00+00:00","to":"2023-11-29T03:15:00+00:00","label":"amber-strict","summary":"Ringkas.","planned":"","entries":["E-7K2QM4XA"]},"document":"{}"},
            {"event":"report-approved","subject":"S-7K2QM","title":"DPT","number":1,"document":"{}","sha256":"ab"},
            {"event":"report-discarded","subject":"S-7K2QM","title":"DPT"}]}
            """;
        var (now, tomorrow) = (AnIncident.Now, AnIncident.Now.AddDays(1));
        EntryCodec.Decode(Encoding.UTF8.GetBytes(body)).ShouldHold(ACommandsEntry() with
        {
            Events =
            [
                new ReleaseProposed(release, "Judul", "Teks.", ReleasedKind.Clarification, letter, new("KOMINFO"), BriefingSection.Due, Tlp.Clear, null, null, Agreed: false),
                new ReleaseProposed(release, "Judul", "", ReleasedKind.Entry, new("E-7K2QM4XA"), new("KPU"), BriefingSection.Answer, Tlp.Amber, now, question, Agreed: true),
                new ReleaseAgreed(release, "Judul", "Teks.", BriefingSection.Next, Tlp.Green, tomorrow),
                new ReleaseAgreed(release, "Judul", "Teks.", BriefingSection.Unknown, Tlp.Clear, null),
                new ReleaseDeclined(release, "Judul"),
                new ReleasePublished(release, "Judul", "Teks.", ReleasedKind.Obligation, duty, new("KPU"), BriefingSection.Due, Tlp.Clear, null, null, null),
                new ReleasePublished(release, "Judul", "Teks.", ReleasedKind.Task, new("T-7K2QM"), new("KPU"), BriefingSection.Step, Tlp.Green, now, question, tomorrow),
                new ReleaseWithdrawn(release, "Judul"),
                new EditionComposed(edition, "DPT", new(BriefingSession.Open, "Ringkas.", [release], [])),
                new EditionApproved(edition, "DPT", "{}"),
                new EditionFrozen(edition, "DPT", 1, "{}", "ab"),
                new EditionDiscarded(edition, "DPT"),
                new QuestionAsked(question, "Apa?", ""),
                new QuestionAssigned(question, "Apa?", new("KPU"), new("T-7K2QM")),
                new ReportPrepared(new("S-7K2QM"), "DPT", new(now, tomorrow, Tlp.AmberStrict, "Ringkas.", "", [new("E-7K2QM4XA")]), "{}"),
                new ReportApproved(new("S-7K2QM"), "DPT", 1, "{}", "ab"),
                new ReportDiscarded(new("S-7K2QM"), "DPT"),
            ],
        });
    }

    [Fact]
    public void What_is_written_today_stays_so()
    {
        var content = ACommandsEntry() with { Text = "Diduga “Jimbo” <b>", Cites = [new("E-00000001")], Events = [new CrisisStatusProposed(CrisisStatus.EarlyWarning)] };
        const string expected = """
            {"reference":"E-7K2QM4XA",
            "author":{"person":"0de30000-0000-4000-8000-000000000002","name":"Koordinator BSSN","role":"coordinator","agency":"BSSN","agency_name":"BSSN"},
            "kind":"status-update","occurred_at":"2023-11-28T03:15:00+00:00","text":"Diduga “Jimbo” \u003Cb\u003E",
            "marking":{"tlp":"amber-strict","audience":["BSSN","KPU"],"recipients":[]},"releasable":false,"cites":["E-00000001"],
            "events":[{"event":"crisis-status-proposed","proposed":"early-warning"}]}
            """;
        Encoding.UTF8.GetString(EntryCodec.Encode(content)).ShouldBe(expected.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"kind":"unheard-of"}""")]
    [InlineData("""{"events":[{"event":"unheard-of"}]}""")]
    public void What_is_no_entry_is_refused(string body) => Should.Throw<JsonException>(() => EntryCodec.Decode(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Any_other_word_of_a_command_makes_another_content()
    {
        foreach (var command in ACommand.OfEveryKind)
        {
            var hash = EntryCodec.ContentHash(command);
            EntryCodec.ContentHash(command).ShouldBe(hash);
            EntryCodec.ContentHash(command.WithText("lain")).ShouldNotBe(hash, command.GetType().Name);
        }
        ACommand.OfEveryKind.Select(c => Convert.ToHexString(EntryCodec.ContentHash(c))).ShouldBeUnique();
    }

    [Fact]
    public void Another_marking_makes_another_content()
    {
        var write = ACommand.Write(Marking.WholeTeam(Tlp.Red));
        EntryCodec.ContentHash(write with { Marking = new(Tlp.Red, [new("KPU")], []) }).ShouldNotBe(EntryCodec.ContentHash(write));
        EntryCodec.ContentHash(write with { Marking = new(Tlp.Red, [], [member.Person]) }).ShouldNotBe(EntryCodec.ContentHash(write));
    }

    static EntryContent ACommandsEntry() => new(
        new("E-7K2QM4XA"), new(new(new("0de30000-0000-4000-8000-000000000002")), "Koordinator BSSN", Role.Coordinator, new("BSSN"), "BSSN"), EntryKind.StatusUpdate,
        AnIncident.Now, "Teks.", null, new(Tlp.AmberStrict, [new("BSSN"), new("KPU")], []), false, [], [new EntryWritten(EntryKind.StatusUpdate)]);
}
