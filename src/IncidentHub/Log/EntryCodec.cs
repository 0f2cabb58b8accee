using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using IncidentHub.Domain;

namespace IncidentHub.Log;

/// <summary>An entry's content as the bytes of its body, and back. Names in it never change: the log is read for years.</summary>
public static class EntryCodec
{
    /// <summary>Every event's name in the log. A new event is a new line; no line is ever changed.</summary>
    public static readonly ImmutableDictionary<Type, string> EventNames = new Dictionary<Type, string>
    {
        [typeof(IncidentOpened)] = "incident-opened",
        [typeof(EntryWritten)] = "entry-written",
        [typeof(EntryCorrected)] = "entry-corrected",
        [typeof(EntriesContradicted)] = "entries-contradicted",
        [typeof(PhaseChanged)] = "phase-changed",
        [typeof(SeverityChanged)] = "severity-changed",
        [typeof(CrisisStatusProposed)] = "crisis-status-proposed",
        [typeof(CrisisStatusChanged)] = "crisis-status-changed",
        [typeof(LegalTrackChanged)] = "legal-track-changed",
        [typeof(MemberAdded)] = "member-added",
        [typeof(MemberRemoved)] = "member-removed",
        [typeof(TruthStatusChanged)] = "truth-status-changed",
        [typeof(DataCategoryClaimed)] = "data-category-claimed",
        [typeof(DataCategoryConfirmed)] = "data-category-confirmed",
        [typeof(RowsCounted)] = "rows-counted",
        [typeof(SubjectRemarked)] = "subject-remarked",
        [typeof(TaskProposed)] = "task-proposed",
        [typeof(TaskMoved)] = "task-moved",
        [typeof(TaskEdited)] = "task-edited",
        [typeof(FindingRaised)] = "finding-raised",
        [typeof(FindingMoved)] = "finding-moved",
        [typeof(FindingVoiced)] = "finding-voiced",
        [typeof(FindingSuperseded)] = "finding-superseded",
        [typeof(FindingGraded)] = "finding-graded",
        [typeof(ClarificationDrafted)] = "clarification-drafted",
        [typeof(ClarificationEdited)] = "clarification-edited",
        [typeof(ClarificationSent)] = "clarification-sent",
        [typeof(ClarificationDelivered)] = "clarification-delivered",
        [typeof(ClarificationMoved)] = "clarification-moved",
        [typeof(ClarificationAnswered)] = "clarification-answered",
        [typeof(QuestionsReopened)] = "questions-reopened",
        [typeof(ContactLinked)] = "contact-linked",
        [typeof(ObligationRecorded)] = "obligation-recorded",
        [typeof(ObligationStarted)] = "obligation-started",
        [typeof(ObligationMet)] = "obligation-met",
        [typeof(ObligationSetAside)] = "obligation-set-aside",
        [typeof(NoticeWritten)] = "notice-written",
        [typeof(NoticeReviewed)] = "notice-reviewed",
        [typeof(DeadlinePassed)] = "deadline-passed",
        [typeof(ReleaseProposed)] = "release-proposed",
        [typeof(ReleaseAgreed)] = "release-agreed",
        [typeof(ReleaseDeclined)] = "release-declined",
        [typeof(ReleasePublished)] = "release-published",
        [typeof(ReleaseWithdrawn)] = "release-withdrawn",
        [typeof(EditionComposed)] = "edition-composed",
        [typeof(EditionApproved)] = "edition-approved",
        [typeof(EditionFrozen)] = "edition-frozen",
        [typeof(EditionDiscarded)] = "edition-discarded",
        [typeof(QuestionAsked)] = "question-asked",
        [typeof(QuestionAssigned)] = "question-assigned",
        [typeof(ReportPrepared)] = "report-prepared",
        [typeof(ReportApproved)] = "report-approved",
        [typeof(ReportDiscarded)] = "report-discarded",
        [typeof(WallPaired)] = "wall-paired",
        [typeof(WallReleased)] = "wall-released",
    }.ToImmutableDictionary();

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameEvents } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new TextConverter<AgencyId>(a => a.Code, text => new AgencyId(text)),
            new TextConverter<PersonId>(p => p.Value.ToString("D"), text => new PersonId(Guid.Parse(text))),
            new TextConverter<Reference>(r => r.Text, text => new Reference(text)),
        },
    };

    public static byte[] Encode(EntryContent content) => JsonSerializer.SerializeToUtf8Bytes(content, Options);

    /// <exception cref="JsonException">The bytes are no entry's body.</exception>
    public static EntryContent Decode(ReadOnlySpan<byte> body) =>
        JsonSerializer.Deserialize<EntryContent>(body, Options) ?? throw new JsonException("The body is empty.");

    /// <summary>What a command says, whoever sends it and however often: tells a repeat from a reused id.</summary>
    public static byte[] ContentHash(Command command)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Options);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(command.GetType().Name + "\n"));
        hash.AppendData(json);
        return hash.GetHashAndReset();
    }

    static void NameEvents(JsonTypeInfo type)
    {
        if (type.Type != typeof(IncidentEvent))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "event" };
        foreach (var (eventType, name) in EventNames)
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(eventType, name));
    }

    sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString()!);
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
