package org.priorfetch.app.controls;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Patient names as people read them, from DICOM's form (value representation PN, PS3.5 6.2). */
public final class PatientNames {

    private static final int FAMILY = 0;
    private static final int GIVEN = 1;

    private PatientNames() {}

    /** "Müller, Karl"; a second way to write it stands in brackets: "Yamada, Tarou (山田 太郎)". */
    public static String full(String patientName) {
        List<String> groups = groups(patientName);
        if (groups.isEmpty()) {
            return "";
        }
        String name = join(groups.getFirst(), ", ");
        return groups.size() == 1 ? name : name + " (" + join(groups.get(1), " ") + ")";
    }

    /** "M. K.": family name first, as in the full form. */
    public static String initials(String patientName) {
        List<String> groups = groups(patientName);
        return groups.isEmpty()
                ? ""
                : parts(groups.getFirst()).map(PatientNames::initial).collect(Collectors.joining(" "));
    }

    private static List<String> groups(String patientName) {
        return Stream.of(patientName.split("=", -1))
                .map(String::strip)
                .filter(group -> parts(group).count() > 0)
                .toList();
    }

    private static String join(String group, String separator) {
        return parts(group).collect(Collectors.joining(separator));
    }

    private static Stream<String> parts(String group) {
        String[] components = group.split("\\^", -1);
        String family = components[FAMILY].strip();
        String given = components.length > GIVEN ? components[GIVEN].strip() : "";
        return Stream.of(family, given).filter(part -> !part.isEmpty());
    }

    private static String initial(String part) {
        return part.substring(0, part.offsetByCodePoints(0, 1)) + ".";
    }
}
