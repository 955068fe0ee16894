package org.priorfetch.engine.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** What is to be done, when and how urgently: from the fields in which HL7's versions and IHE put it. */
final class AppointmentReading {

    private static final Pattern MODALITY = Pattern.compile("[A-Z][A-Z0-9_]{1,15}");
    /** Diagnostic service sections (HL7 table 0074) and everyday words, as Modality (0008,0060); empty where they name none. */
    private static final Map<String, String> MODALITIES = Map.ofEntries(Map.entry("NMR", "MR"), Map.entry("MRI", "MR"),
            Map.entry("NMS", "NM"), Map.entry("RUS", "US"), Map.entry("CUS", "US"), Map.entry("OUS", "US"),
            Map.entry("VUS", "US"), Map.entry("XR", "DX"), Map.entry("RX", "DX"), Map.entry("MAM", "MG"),
            Map.entry("MAMMO", "MG"), Map.entry("PET", "PT"), Map.entry("RAD", ""), Map.entry("IMG", ""),
            Map.entry("OTH", ""));
    /** Priorities of HL7 (tables 0027 and 0485, and what went before), as Requested Procedure Priority. */
    private static final Map<String, Urgency> URGENCIES = Map.ofEntries(Map.entry("S", Urgency.STAT),
            Map.entry("STAT", Urgency.STAT), Map.entry("E", Urgency.STAT), Map.entry("A", Urgency.HIGH),
            Map.entry("ASAP", Urgency.HIGH), Map.entry("U", Urgency.HIGH), Map.entry("URGENT", Urgency.HIGH),
            Map.entry("T", Urgency.HIGH), Map.entry("P", Urgency.HIGH), Map.entry("HIGH", Urgency.HIGH),
            Map.entry("MEDIUM", Urgency.MEDIUM), Map.entry("LOW", Urgency.LOW));

    private static final int CONFIDENTIALITY = 28;
    private static final int UNIVERSAL_SERVICE = 4;
    private static final int PROCEDURE_CODE = 44;

    private final String feed;
    private final OrderNumbers numbers;
    private final ZoneId zone;

    AppointmentReading(String feed, OrderNumbers numbers, ZoneId zone) {
        this.feed = feed;
        this.numbers = numbers;
        this.zone = zone;
    }

    /**
     * The appointment; empty without any number.
     *
     * @param otherwise when it is where no time is stated: an order without a time is for now
     */
    Optional<WorklistItem> item(Group group, Patient patient, PatientTraits traits, Instant otherwise) {
        String accession = numbers.accession(group::values).orElse("");
        String stated = studyUid(group);
        String study = accession.isEmpty() && stated == null
                ? OrderNumbers.standIn(feed, group::values).orElse(null)
                : stated;
        if (accession.isEmpty() && study == null) {
            return Optional.empty();
        }
        return Optional.of(new WorklistItem(accession, study, patient, modalities(group), description(group),
                bodyPart(group), start(group).orElse(otherwise), urgency(group), feed, station(group), location(group),
                physician(group), confidential(traits, group), codes(group)));
    }

    /** Who must not be fetched may be said with the order. */
    private static PatientTraits confidential(PatientTraits traits, Group group) {
        return traits.updatedBy(new PatientTraits(Set.of(), "", Set.of(), "", group.value("ORC", CONFIDENTIALITY)));
    }

    /** Universal service and procedure code, each with its alternate. */
    private static Set<CodedTerm> codes(Group group) {
        return Stream.of(UNIVERSAL_SERVICE, PROCEDURE_CODE)
                .flatMap(field -> group.all("OBR").flatMap(obr -> Stream.of(code(obr, field, 0), code(obr, field, 3))))
                .filter(code -> !code.value().isEmpty())
                .collect(Collectors.toSet());
    }

    /** Of a coded element: identifier, text and coding system, after so many others. */
    private static CodedTerm code(Hl7Segment segment, int field, int after) {
        return new CodedTerm(segment.value(field, after + 1), segment.value(field, after + 3),
                segment.value(field, after + 2));
    }

    private static @Nullable String studyUid(Group group) {
        return Stream.of(group.value("IPC", 3), group.value("ZDS", 1))
                .filter(OrderNumbers::isUid)
                .findFirst()
                .orElse(null);
    }

    private static SortedSet<String> modalities(Group group) {
        return Stream.of(group.values("IPC", ipc -> ipc.value(5)), group.values("OBR", obr -> obr.value(24)),
                group.values("OBR", obr -> obr.value(21)))
                .map(stated -> stated.map(AppointmentReading::modality)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(TreeSet::new);
    }

    private static String modality(String stated) {
        String code = stated.toUpperCase(Locale.ROOT);
        String known = MODALITIES.getOrDefault(code, code);
        return MODALITY.matcher(known).matches() ? known : "";
    }

    /** The text of the universal service, else of what is booked. */
    private static String description(Group group) {
        String ordered = group.values("OBR", obr -> text(obr, 4)).reduce("", WorklistItem::joined);
        String booked = ordered.isEmpty()
                ? group.values("AIS", ais -> isDropped(ais) ? "" : text(ais, 3)).reduce("", WorklistItem::joined)
                : ordered;
        return booked.isEmpty() ? group.first("SCH").map(sch -> firstText(text(sch, 8), text(sch, 7))).orElse("")
                : booked;
    }

    /** Deleted by its segment action code. */
    private static boolean isDropped(Hl7Segment resource) {
        return resource.value(2).equals("D");
    }

    /** Of a coded element: the text, the alternate text, or else the code. */
    private static String text(Hl7Segment segment, int field) {
        return firstText(segment.value(field, 2), segment.value(field, 5), segment.value(field, 1));
    }

    private static String firstText(String... texts) {
        return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /** The body site of the specimen source, where radiology states it. */
    private static String bodyPart(Group group) {
        return group.first("OBR")
                .map(obr -> firstText(obr.value(15, 0, 4, 2), obr.value(15, 0, 4, 1)))
                .orElse("");
    }

    boolean isTimed(Group group) {
        return start(group).isPresent();
    }

    private Optional<Instant> start(Group group) {
        return Stream
                .of(group.value("TQ1", 7), group.value("AIS", 4), group.value("SCH", 11, 4), group.value("ORC", 7, 4),
                        group.value("OBR", 27, 4), group.value("OBR", 36), group.value("OBR", 6))
                .map(text -> Hl7Times.instant(text, zone))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Urgency urgency(Group group) {
        return Stream
                .of(group.value("TQ1", 9), group.value("ORC", 7, 6), group.value("OBR", 27, 6),
                        group.value("SCH", 11, 6),
                        group.value("OBR", 5))
                .filter(code -> !code.isEmpty())
                .findFirst()
                .map(code -> URGENCIES.getOrDefault(code.toUpperCase(Locale.ROOT), Urgency.ROUTINE))
                .orElse(Urgency.ROUTINE);
    }

    private static String station(Group group) {
        return group.first("IPC")
                .map(ipc -> firstText(text(ipc, 7), ipc.value(9)))
                .or(() -> group.first("AIG").map(aig -> text(aig, 3)))
                .orElse("");
    }

    /** The room, or whatever names the place. */
    private static String location(Group group) {
        return group.first("IPC")
                .map(ipc -> text(ipc, 8))
                .filter(place -> !place.isEmpty())
                .or(() -> group.first("AIL").map(ail -> firstText(ail.value(3, 2), ail.value(3, 1), ail.value(3, 9))))
                .orElse("");
    }

    private static String physician(Group group) {
        return group.first("AIP")
                .map(aip -> PatientReading.personName(
                        IntStream.rangeClosed(2, 7).mapToObj(part -> aip.value(3, part)).toList()))
                .orElse("");
    }
}
