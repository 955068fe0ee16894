package org.priorfetch.engine.fhir;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;

/** A search for patients by name, birth date and sex, of those who have an ID in a domain (ITI-78 2:3.78.4.1). */
record PdqmQuestion(URI base, String target, PersonSearch person, int count) {

    URI written() {
        List<String> parameters = new ArrayList<>();
        addAny(parameters, "family", person.stated().families());
        addAny(parameters, "given", person.stated().givens());
        parameters.add("birthdate=" + person.birthDate());
        addAny(parameters, "gender", genders(person.stated().sex()));
        parameters.add("identifier=" + FhirServer.encoded(escaped(target) + "|"));
        parameters.add("_count=" + count);
        return URI.create(base + "/Patient?" + String.join("&", parameters));
    }

    private static void addAny(List<String> parameters, String name, List<String> values) {
        if (!values.isEmpty()) {
            parameters.add(name + "=" + values.stream()
                    .map(PdqmQuestion::escaped)
                    .map(FhirServer::encoded)
                    .collect(Collectors.joining(",")));
        }
    }

    /** What means something in a value of a search (FHIR R4 3.1.1.4.0.2). */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\$,|]", "\\\\$0");
    }

    /** Who has none stated may be the person, too. */
    private static List<String> genders(Sex sex) {
        return switch (sex) {
            case F -> List.of("female", "unknown");
            case M -> List.of("male", "unknown");
            case O -> List.of("other", "unknown");
            case UNKNOWN -> List.of();
        };
    }
}
