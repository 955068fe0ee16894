package org.priorfetch.engine.prior;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.priorfetch.engine.model.BodyRegion;

/** Reads the words of which the tables are made. */
final class Table {

    private static final String ANY = "any";
    private static final String LIMBS = "limbs";
    private static final String BONES = "bones";
    private static final Set<BodyRegion> OF_LIMBS = EnumSet.range(BodyRegion.SHOULDER, BodyRegion.LOWER_LIMB);

    private Table() {}

    /** Empty for any. */
    static Families families(String words) {
        return Families.of(words(words).filter(word -> !word.equals(ANY)).map(Table::family).toList());
    }

    /** Empty for any. */
    static RegionSet regions(String words) {
        return RegionSet.of(words(words).map(Table::group).flatMap(Set::stream).toList());
    }

    private static ModalityFamily family(String code) {
        return only(ModalityFamily.values(), code, ModalityFamily::code);
    }

    private static Set<BodyRegion> group(String word) {
        return switch (word) {
            case ANY -> EnumSet.noneOf(BodyRegion.class);
            case LIMBS -> EnumSet.copyOf(OF_LIMBS);
            case BONES -> bones();
            default -> EnumSet.of(only(BodyRegion.values(), word,
                    region -> region.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    private static Set<BodyRegion> bones() {
        Set<BodyRegion> bones = EnumSet.range(BodyRegion.CERVICAL_SPINE, BodyRegion.SPINE);
        bones.addAll(OF_LIMBS);
        bones.add(BodyRegion.PELVIS);
        return bones;
    }

    private static <E> E only(E[] values, String word, Function<E, String> name) {
        return Arrays.stream(values).filter(value -> name.apply(value).equals(word)).findFirst().orElseThrow();
    }

    private static Stream<String> words(String words) {
        return Arrays.stream(words.split("[\\s,]+")).filter(word -> !word.isEmpty());
    }
}
