package org.priorfetch.engine.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.DicomText;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.SequenceChange;

/**
 * How instances of one source are fitted into the PACS (as IHE's Import Reconciliation Workflow does it): the local
 * patient's data where they are known, and an accession number that cannot be taken for the current order's.
 *
 * @param sourceName the source's name in {@code site.yaml}
 * @param pacsIssuer issuer of the PACS's patient IDs; null when the site does not name it
 * @param sourceIssuer issuer of the source's patient IDs where it states none; null when the site does not name it
 * @param labels how the site marks and codes what it imports
 */
public record ImportRules(String sourceName, AccessionPolicy accessions, @Nullable String pacsIssuer,
        @Nullable String sourceIssuer, ImportLabels labels) {

    private static final String MODIFYING_SYSTEM = "PRIORFETCH";
    private static final String ISSUER_OF_ACCESSION = "IssuerOfAccessionNumberSequence";

    /** Value representation SH (PS3.5 6.2): 16 characters, no backslash; ASCII, so that any character set can say it. */
    private static final Pattern SHORT_STRING = Pattern.compile("[\\x20-\\x5B\\x5D-\\x7E]{1,16}");

    private static final Pattern EMPTY_END = Pattern.compile("[\\s^=]+$");

    /** Of a site that marks nothing, and names no issuer of the source. */
    public ImportRules(String sourceName, AccessionPolicy accessions, @Nullable String pacsIssuer) {
        this(sourceName, accessions, pacsIssuer, null, ImportLabels.NONE);
    }

    /**
     * What is to be replaced in the instance: only what differs. What is not known locally erases nothing.
     *
     * @param local the patient to whom the study is to belong; null when it keeps its own identity
     * @param currentAccession accession number of the appointment for which it is fetched; empty when there is none
     */
    public AttributeChanges changesFor(@Nullable Patient local, InstanceHeader header, String currentAccession,
            Instant now) {
        SortedMap<String, String> replacements = labels.texts(header.facts());
        List<SequenceChange> sequences = new ArrayList<>(labels.codes(header.facts()));
        if (local != null) {
            changePatient(local, header.patient(), replacements);
            otherId(header.patient().key(), replacements).map(SequenceChange::toOtherId).ifPresent(sequences::add);
        }
        String accession = accessionAfter(header.accessionNumber(), currentAccession);
        if (!accession.equals(header.accessionNumber().strip())) {
            replacements.put("AccessionNumber", accession);
            if (!header.facts().items(ISSUER_OF_ACCESSION).isEmpty()) {
                sequences.add(SequenceChange.removing(ISSUER_OF_ACCESSION));
            }
        }
        return replacements.isEmpty() && sequences.isEmpty()
                ? AttributeChanges.NONE
                : new AttributeChanges(replacements, sequences, MODIFYING_SYSTEM, sourceName, now);
    }

    /** The ID under which the patient is known at the source, where the local one takes its place. */
    private Optional<PatientKey> otherId(PatientKey stated, SortedMap<String, String> replacements) {
        String issuer = orEmpty(stated.issuerOfPatientId()).isEmpty() ? orEmpty(sourceIssuer)
                : orEmpty(stated.issuerOfPatientId());
        boolean replaced = replacements.containsKey("PatientID")
                || (!orEmpty(stated.issuerOfPatientId()).isEmpty() && replacements.containsKey("IssuerOfPatientID"));
        return Optional.of(new PatientKey(stated.patientId().strip(), issuer.isEmpty() ? null : issuer))
                .filter(key -> replaced && !key.patientId().isEmpty());
    }

    /**
     * The Accession Number (0008,0050) that a study gets in the PACS. Never the current order's.
     *
     * @param original as the source states it
     * @param currentAccession accession number of the appointment for which it is fetched; empty when there is none
     */
    public String accessionAfter(String original, String currentAccession) {
        String stated = original.strip();
        if (stated.isEmpty()) {
            return "";
        }
        String accession = switch (accessions) {
            case EMPTY -> "";
            case PREFIX -> prefixed(stated);
            case SAME -> stated;
        };
        return accession.equalsIgnoreCase(currentAccession.strip()) ? "" : accession;
    }

    private String prefixed(String accession) {
        String prefixed = sourceName + "-" + accession;
        return SHORT_STRING.matcher(prefixed).matches() ? prefixed : "";
    }

    private void changePatient(Patient local, Patient stated, SortedMap<String, String> replacements) {
        changeKey(local.key(), stated.key(), replacements);
        if (!withoutEmptyEnd(local.patientName()).equals(withoutEmptyEnd(stated.patientName()))) {
            putIfKnown("PatientName", local.patientName().strip(), replacements);
        }
        LocalDate birthDate = local.patientBirthDate();
        if (birthDate != null && !birthDate.equals(stated.patientBirthDate())) {
            replacements.put("PatientBirthDate", DicomText.da(birthDate));
        }
        if (local.patientSex() != stated.patientSex()) {
            putIfKnown("PatientSex", local.patientSex().code(), replacements);
        }
    }

    private void changeKey(PatientKey local, PatientKey stated, SortedMap<String, String> replacements) {
        String patientId = local.patientId().strip();
        boolean otherId = !patientId.isEmpty() && !patientId.equals(stated.patientId().strip());
        if (otherId) {
            replacements.put("PatientID", patientId);
        }
        String statedIssuer = orEmpty(stated.issuerOfPatientId());
        String ownIssuer = orEmpty(local.issuerOfPatientId()).isEmpty()
                ? orEmpty(pacsIssuer)
                : orEmpty(local.issuerOfPatientId());
        boolean issuerOfAnotherId = otherId && ownIssuer.isEmpty();
        if (!ownIssuer.equals(statedIssuer) && (!ownIssuer.isEmpty() || issuerOfAnotherId)) {
            replacements.put("IssuerOfPatientID", ownIssuer);
        }
    }

    private static void putIfKnown(String keyword, String value, SortedMap<String, String> replacements) {
        if (!withoutEmptyEnd(value).isEmpty()) {
            replacements.put(keyword, value);
        }
    }

    private static String withoutEmptyEnd(String name) {
        return EMPTY_END.matcher(name.strip()).replaceAll("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
