package org.priorfetch.engine.hl7;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds out under which number an order goes. */
final class OrderNumbers {

    /** Where accession numbers stand, the likeliest place first. */
    static final List<Place> USUAL = List.of(Place.field("IPC", 1), Place.field("OBR", 18), Place.field("ORC", 3),
            Place.field("OBR", 3), Place.field("SCH", 27));

    /** Numbers that tell an order or appointment from others, but that no image carries. */
    private static final List<
            Place> OTHERS = List.of(Place.field("ORC", 2), Place.field("OBR", 2), Place.field("SCH", 26),
                    Place.field("SCH", 2), Place.field("SCH", 1));
    private static final int LONGEST = 64;
    private static final Pattern UNUSABLE = Pattern.compile("[\\\\*?\\p{Cntrl}]");
    private static final Pattern UID = Pattern.compile("(?=.{1,64}$)(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+");

    private final List<Place> accessions;

    OrderNumbers(List<Place> accessions) {
        this.accessions = List.copyOf(accessions);
    }

    /** @param values what stands at a place; empty texts where nothing does */
    Optional<String> accession(Function<Place, List<String>> values) {
        return first(accessions, values);
    }

    /**
     * What stands in for the Study Instance UID of an appointment that has neither that nor an accession number: made from the
     * other numbers of the order, so that the next message about it finds it again.
     */
    static Optional<String> standIn(String feed, Function<Place, List<String>> values) {
        return OTHERS.stream()
                .flatMap(place -> values.apply(place)
                        .stream()
                        .filter(OrderNumbers::isUsable)
                        .map(number -> place + " " + number))
                .findFirst()
                .map(number -> uid(feed + "\n" + number));
    }

    /** A UID that is derived from a UUID (PS3.5 B.2). */
    private static String uid(String name) {
        UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }

    private static Optional<String> first(List<Place> places, Function<Place, List<String>> values) {
        return places.stream()
                .flatMap(place -> values.apply(place).stream())
                .filter(OrderNumbers::isUsable)
                .findFirst();
    }

    private static boolean isUsable(String number) {
        return !number.isEmpty() && number.length() <= LONGEST && !UNUSABLE.matcher(number).find();
    }

    static boolean isUid(String text) {
        return UID.matcher(text).matches();
    }
}
