package org.priorfetch.engine.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

/** Reads a Patient of FHIR R4. */
final class FhirPatient {

    private FhirPatient() {}

    /** One for each ID in the domain and each name; none when there is no such ID. */
    static List<Patient> read(JsonNode patient, String system) {
        LocalDate born = date(patient.path("birthDate").asText());
        Sex sex = sex(patient.path("gender").asText());
        List<Patient> all = new ArrayList<>();
        for (String id : ids(patient, system)) {
            names(patient).forEach(name -> all.add(new Patient(PatientKey.of(id), name, born, sex)));
        }
        return all;
    }

    /** An ID of another domain would be somebody else's. */
    private static Set<String> ids(JsonNode patient, String system) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode identifier : patient.path("identifier")) {
            String id = identifier.path("value").asText().strip();
            if (identifier.path("system").asText().equals(system) && !id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static Set<String> names(JsonNode patient) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode name : patient.path("name")) {
            List<String> given = StreamSupport.stream(name.path("given").spliterator(), false)
                    .map(JsonNode::asText)
                    .map(FhirPatient::component)
                    .toList();
            String first = given.isEmpty() ? "" : given.getFirst();
            String middle = given.size() < 2 ? "" : String.join(" ", given.subList(1, given.size()));
            names.add((component(name.path("family").asText()) + "^" + first + "^" + middle).replaceAll("\\^+$", ""));
        }
        return names.isEmpty() ? Set.of("") : names;
    }

    /** Without what divides a name in DICOM. */
    private static String component(String text) {
        return text.replaceAll("[\\^=\\\\\\p{Cntrl}]", " ").strip();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) { // a year or a month alone is no date
            return null;
        }
    }

    private static Sex sex(String gender) {
        return switch (gender) {
            case "female" -> Sex.F;
            case "male" -> Sex.M;
            case "other" -> Sex.O;
            default -> Sex.UNKNOWN;
        };
    }
}
