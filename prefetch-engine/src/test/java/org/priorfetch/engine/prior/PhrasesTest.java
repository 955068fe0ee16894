package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Side;

/** Phrases of six languages, of which a text never says in which it is written. */
class PhrasesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "phrases.tsv", delimiter = '\t', quoteCharacter = '\u0001')
    void readsEverydayPhrases(String phrase, String regions, Side side) {
        Regions read = Regions.read(phrase);

        assertThat(read.regions()).isEqualTo(regions(regions));
        assertThat(read.side()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "phrases.tsv", delimiter = '\t', quoteCharacter = '\u0001')
    void readsThemInCapitalsAndWithUnderscores(String phrase, String regions, Side side) {
        Regions read = Regions.read(inCapitals(phrase).replace(' ', '_'));

        assertThat(read.regions()).isEqualTo(regions(regions));
        assertThat(read.side()).isEqualTo(side);
    }

    /** Damaged encodings and escapes have no capitals, and those of "ß" are two letters that other words have too. */
    private static String inCapitals(String phrase) {
        boolean hasThem = Stream.of("Ã", "\\", "ß").noneMatch(phrase::contains);
        return hasThem ? phrase.toUpperCase(Locale.ROOT) : phrase;
    }

    /** The same letters mean one thing in one language and another in the next. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Radio de la main droite          | HAND                 | RIGHT
            CTA main pulmonary artery        | CHEST                | UNKNOWN
            ARM des TSA                      | NECK                 | UNKNOWN
            XR arm left                      | UPPER_LIMB           | LEFT
            Echo du sein gauche              | BREAST               | LEFT
            Das soll ein Verlauf sein        | NONE                 | UNKNOWN
            RX pie izquierdo                 | FOOT                 | LEFT
            RX rodilla sin contraste         | KNEE                 | UNKNOWN
            Knie sin.                        | KNEE                 | LEFT
            RX torace dx                     | CHEST                | RIGHT
            DX Thorax                        | CHEST                | UNKNOWN
            RX collo del femore sx           | HIP                  | LEFT
            Ecografia collo                  | NECK                 | UNKNOWN
            IRM du col utérin                | PELVIS               | UNKNOWN
            Röntgen der Hand                 | HAND                 | UNKNOWN
            RX mano der                      | HAND                 | RIGHT
            Échographie de l'épaule          | SHOULDER             | UNKNOWN
            Genou D                          | KNEE                 | RIGHT
            MRI 3D knee                      | KNEE                 | UNKNOWN
            Echo lies re                     | PELVIS               | RIGHT
            """)
    void falseFriendsAreToldApartByTheWordsAround(String phrase, String regions, Side side) {
        Regions read = Regions.read(phrase);

        assertThat(read.regions()).isEqualTo(regions(regions));
        assertThat(read.side()).isEqualTo(side);
    }

    @RepeatedTest(500)
    void neverFailsWhateverTheText(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder();
        List<String> pieces = List.of("Knie", " ", "/", "'", "?", "\\", "Ã", "\ufffd", "\u0308", "\ud83d\ude00", "q",
                "9",
                "ß", "\\X", "\\XE4\\", "~", "*", "bis ", "ohne ", "\u00c5");
        random.ints(random.nextInt(12), 0, pieces.size()).forEach(i -> text.append(pieces.get(i)));

        Regions read = Regions.read(text.toString());

        assertThat(read.regions()).as(text.toString()).isSubsetOf(BodyRegion.KNEE);
        assertThat(Regions.read(text.toString())).isEqualTo(read);
    }

    private static Set<BodyRegion> regions(String names) {
        Set<BodyRegion> regions = EnumSet.noneOf(BodyRegion.class);
        Arrays.stream(names.split(","))
                .filter(name -> !"NONE".equals(name))
                .forEach(name -> regions.add(BodyRegion.valueOf(name)));
        return regions;
    }
}
