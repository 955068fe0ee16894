package org.priorfetch.engine.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;

/** The ways in which another system may write a name, for one that looks for the beginnings of names. */
final class StatedNames {

    private static final int MOST = 6;
    private static final Pattern TWO_LETTERS = Pattern.compile("([AaOoUu])e");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private StatedNames() {}

    static PersonSearch.Stated of(NameGroup name, Sex sex) {
        Set<String> families = new LinkedHashSet<>(spellings(name.family()));
        NameGroup.partsAsWritten(name.family())
                .stream()
                .filter(part -> part.length() > 1 && !FamilyNames.isParticle(part.toLowerCase(Locale.ROOT)))
                .forEach(part -> families.addAll(spellings(part)));
        Set<String> givens = spellings(NameGroup.partsAsWritten(name.given()).getFirst());
        return new PersonSearch.Stated(families.stream().limit(MOST).toList(), List.copyOf(givens), sex);
    }

    /** As it stands, with ä as ae, and with ae as ä. Accents and case are taken for the same there. */
    private static Set<String> spellings(String name) {
        String plain = CONTROLS.matcher(name).replaceAll(" ").strip();
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(plain);
        spellings.add(writtenOut(plain));
        spellings.add(TWO_LETTERS.matcher(plain).replaceAll(match -> umlaut(match.group(1))));
        return spellings;
    }

    private static String writtenOut(String name) {
        StringBuilder written = new StringBuilder();
        name.chars().forEach(letter -> written.append(switch (letter) {
            case 'ä', 'æ' -> "ae";
            case 'ö', 'ø' -> "oe";
            case 'ü' -> "ue";
            case 'å' -> "aa";
            case 'ß' -> "ss";
            case 'Ä', 'Æ' -> "Ae";
            case 'Ö', 'Ø' -> "Oe";
            case 'Ü' -> "Ue";
            case 'Å' -> "Aa";
            default -> Character.toString((char) letter);
        }));
        return written.toString();
    }

    private static String umlaut(String vowel) {
        return switch (vowel) {
            case "a" -> "ä";
            case "o" -> "ö";
            case "u" -> "ü";
            case "A" -> "Ä";
            case "O" -> "Ö";
            default -> "Ü";
        };
    }
}
