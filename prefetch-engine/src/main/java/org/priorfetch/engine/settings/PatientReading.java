package org.priorfetch.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.IdMapping;
import org.priorfetch.engine.model.IdRewrite;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientScheme;

/** Reads how a source names patients, and who is not to be fetched. */
final class PatientReading {

    /** One in each line; what follows a number sign is a comment. */
    private static final ValueType<Set<PatientKey>> LISTED = new ValueType<>(PatientReading::keys,
            (key, shown) -> Message.of("settings.badPatient", key, shown), Set.of());

    private static final ValueType<String> CODE = new ValueType<>(
            text -> Optional.of(text.strip()).filter(code -> code.matches("[^\\\\\\p{Cntrl}]{1,64}")),
            (key, shown) -> Message.of("settings.badConfidentiality", key, shown), "");

    private static final ValueType<String> AFFIX = new ValueType<>(
            text -> Optional.of(text).filter(affix -> affix.matches("[^\\\\*?\\p{Cntrl}]{1,32}")),
            (key, shown) -> Message.of("settings.badAffix", key, shown), "");

    private static final ValueType<String> TEXT = new ValueType<>(Optional::of,
            (_, _) -> Message.of("settings.badRewrite"), "");

    private static final ValueType<Integer> LENGTH = new ValueType<>(text -> Numbers.between(text, 2, 64),
            (key, shown) -> Message.of("settings.badLength", key, shown), 2);

    private PatientReading() {}

    static PatientScheme scheme(Section source) {
        Optional<String> word = source.choice("patients", Choice.PATIENTS);
        if (word.equals(Optional.of("mapped"))) {
            return mapped(source);
        }
        if (word.isPresent() && source.has("mapping")) {
            source.problem("mapping", Message.of("settings.mappingUnused"));
        }
        if (word.equals(Optional.of("pix"))) {
            return new PatientScheme.CrossReferenced();
        }
        return word.equals(Optional.of("demographics")) ? new PatientScheme.Demographics() : PatientScheme.SAME;
    }

    private static PatientScheme mapped(Section source) {
        Optional<IdMapping> mapping = source.section("mapping", Keys.MAPPING).map(PatientReading::mapping);
        if (mapping.isEmpty()) {
            source.problem("patients", Message.of("settings.mappingMissing"));
        }
        return mapping.<PatientScheme>map(PatientScheme.Mapped::new).orElse(PatientScheme.SAME);
    }

    private static IdMapping mapping(Section section) {
        if (Keys.MAPPING.supported().stream().noneMatch(section::has)) {
            section.problem("pattern", Message.of("settings.mappingEmpty", Keys.MAPPING.list()));
        }
        return new IdMapping(rewrite(section), padding(section), section.optional("prefix", AFFIX, ""),
                section.optional("suffix", AFFIX, ""));
    }

    private static IdRewrite rewrite(Section section) {
        if (!section.has("pattern") && !section.has("replacement")) {
            return IdRewrite.NONE;
        }
        String pattern = section.required("pattern", TEXT);
        String replacement = section.required("replacement", TEXT);
        Optional<IdRewrite> rewrite = IdRewrite.of(pattern, replacement);
        if (rewrite.isEmpty() && section.has("pattern") && section.has("replacement")) {
            section.problem("pattern", Message.of("settings.badRewrite"));
        }
        return rewrite.orElse(IdRewrite.NONE);
    }

    private static IdMapping.Padding padding(Section section) {
        Integer filled = section.optional("pad", LENGTH);
        Integer stripped = section.optional("unpad", LENGTH);
        if (filled != null && stripped != null) {
            section.problem("unpad", Message.of("settings.padAndUnpad"));
        }
        return filled != null ? new IdMapping.Padding.FilledTo(filled)
                : stripped != null ? new IdMapping.Padding.StrippedFrom(stripped) : IdMapping.KEPT;
    }

    static Exclusions exclusions(Section section) {
        Set<PatientKey> patients = section.words("patients", LISTED)
                .stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return new Exclusions(patients, Set.copyOf(section.words("confidentiality", CODE)));
    }

    private static Optional<Set<PatientKey>> keys(String text) {
        List<Optional<PatientKey>> keys = Arrays.stream(text.split("\\R"))
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(PatientReading::key)
                .toList();
        boolean good = keys.stream().allMatch(Optional::isPresent);
        return good ? Optional.of(keys.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** {@code ID}, or {@code ID^^^ISSUER} as HL7 writes it (CX). */
    private static Optional<PatientKey> key(String line) {
        String[] parts = line.split("\\^", -1);
        boolean sendable = line.matches("[^\\\\*?\\p{Cntrl}]{1,129}") && !parts[0].isBlank();
        boolean withIssuer = parts.length == 4 && parts[1].isEmpty() && parts[2].isEmpty() && !parts[3].isBlank();
        return sendable && (parts.length == 1 || withIssuer)
                ? Optional.of(new PatientKey(parts[0].strip(), withIssuer ? parts[3].strip() : null))
                : Optional.empty();
    }
}
