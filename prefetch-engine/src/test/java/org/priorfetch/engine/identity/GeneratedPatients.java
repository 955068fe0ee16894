package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;

/**
 * Patients, the ways in which another system states the same one, and people who are easily taken for one another. How often an
 * error happens is set after what hospitals report of their own master patient indexes: most records agree to the letter, some
 * hundredths differ in writing, some thousandths in a birth date.
 */
final class GeneratedPatients {

    private static final List<
            String> FAMILIES = List.of("M\u00fcller", "Schmidt", "Schneider", "J\u00e4ger", "B\u00f6hm", "Wei\u00df",
                    "Kr\u00e4mer", "Sch\u00f6nfeld", "S\u00f8rensen", "\u00c5kerblom", "Lindqvist", "Br\u00e6mer",
                    "Kowalski", "\u0141ukasik", "Nov\u00e1k",
                    "Garc\u00eda M\u00e1rquez", "von der Heide", "van Dijk", "O'Brien", "McDonald", "D'Angelo",
                    "Nguy\u1ec5n", "\u00d6zt\u00fcrk",
                    "Meyer-Schmidt", "Hofmann", "Peters", "Wolf", "Klein", "Braun", "Vogel", "Fuchs", "Sommer",
                    "Winter", "Horn",
                    "Keller", "Hartmann", "Seidel", "Jansen", "Petersen", "Rossi");
    private static final List<
            String> MALE = List.of("Jan", "Tim", "Tom", "J\u00f6rg", "J\u00fcrgen", "Michael", "Bj\u00f8rn", "Peter",
                    "Hans Peter", "Karl-Heinz", "Jos\u00e9", "Pawe\u0142", "Andreas", "Marc", "Marco", "Erik", "Jonas",
                    "Noah", "Elias", "Max");
    private static final List<
            String> FEMALE = List.of("Jana", "Lena", "Lea", "Anna", "Anne", "Hannah", "Zo\u00eb", "Mia",
                    "Pia", "Ines", "Maria", "Anna Maria", "Anna-Lena", "Sofie", "Agnieszka", "Giulia", "\u00c5se",
                    "Katharina", "Petra",
                    "Eva");
    private static final List<String> MIDDLE = List.of("", "", "", "", "Maria", "Johann", "Luise", "Emil");

    private final Random random;

    GeneratedPatients(long seed) {
        this.random = new Random(seed);
    }

    /** A complete, correct record. */
    Patient person() {
        boolean female = random.nextBoolean();
        String given = pick(female ? FEMALE : MALE);
        String middle = pick(MIDDLE);
        LocalDate born = LocalDate.of(1925, 1, 1).plusDays(random.nextInt(36_000));
        return patient(id(), name(pick(FAMILIES), given, middle), born, female ? Sex.F : Sex.M);
    }

    String id() {
        return String.valueOf(1_000_000 + random.nextInt(9_000_000));
    }

    /** The same person with the same ID, as another system states it. */
    Patient again(Patient one) {
        double chance = random.nextDouble();
        String[] name = one.patientName().split("\\^", -1);
        if (chance < 0.60) {
            return one;
        }
        if (chance < 0.985) {
            return renamed(one, written(name, chance));
        }
        if (chance < 0.990) {
            return with(one, exchanged(one.patientBirthDate()), one.patientSex());
        }
        if (chance < 0.993) {
            return with(one, one.patientBirthDate().plusDays(1 + random.nextInt(8)), one.patientSex());
        }
        if (chance < 0.995) {
            return with(one, LocalDate.of(1900, 1, 1), one.patientSex());
        }
        if (chance < 0.997) {
            return with(one, one.patientBirthDate(), Sex.UNKNOWN);
        }
        return renamed(one, name(mistyped(name[0]), name[1], name[2]));
    }

    private String written(String[] name, double chance) {
        int kind = (int) ((chance - 0.60) / 0.385 * 14);
        return switch (kind) {
            case 0, 1, 2 -> String.join("^", name).toUpperCase(Locale.ROOT);
            case 3 -> transcribed(String.join("^", name));
            case 4 -> withoutMarks(String.join("^", name));
            case 5 -> transcribed(String.join("^", name)).toUpperCase(Locale.ROOT);
            case 6, 7 -> name(name[0], name[1], "");
            case 8 -> name(name[0], name[1], name[2].isEmpty() ? "" : name[2].substring(0, 1) + ".");
            case 9 -> name[0] + "^" + name[1] + "^" + name[2] + "^Dr.";
            case 10 -> name(name[0] + "-" + pick(FAMILIES), name[1], name[2]);
            case 11 -> name(name[0] + " geb. " + pick(FAMILIES), name[1], name[2]);
            case 12 -> name(name[1], name[0], name[2]);
            default -> name(name[0].replace("-", " ").replace("'", ""), (name[1] + " " + name[2]).strip(), "");
        };
    }

    /** Somebody else to whom the same ID is ascribed: by a slip, as its number was given anew, or in a family. */
    Patient somebodyElse(Patient one) {
        String[] name = one.patientName().split("\\^", -1);
        return switch (random.nextInt(9)) {
            case 0 -> reused(one); // the ID was given anew
            case 1 -> with(one, one.patientBirthDate().minusYears(20L + random.nextInt(20)), one.patientSex()); // father, son
            case 2, 3 -> renamed(one, name(name[0], twin(name[1], one.patientSex()), name[2])); // a twin
            case 4 -> new Patient(one.key(), name(name[0], twinOfOtherSex(one.patientSex()), name[2]),
                    one.patientBirthDate(), one.patientSex() == Sex.F ? Sex.M : Sex.F); // a twin of the other sex
            case 5 -> renamed(one, name(name[0], oneLetterOff(name[1]), name[2])); // twins called nearly alike
            case 6 -> renamed(one, name(otherFamily(name[0]), name[1], name[2])); // born on one day
            case 7 -> renamed(one, name(name[0], "Baby", "")); // a newborn of the family
            default -> with(one, one.patientBirthDate().plusDays(1), one.patientSex()); // a namesake
        };
    }

    private Patient reused(Patient one) {
        Patient other = person();
        while (other.patientBirthDate().equals(one.patientBirthDate())) {
            other = person();
        }
        return other.with(one.key());
    }

    private String twin(String given, Sex sex) {
        String other = pick(sex == Sex.F ? FEMALE : MALE);
        return first(other).equals(first(given)) ? twin(given, sex) : other;
    }

    private String twinOfOtherSex(Sex sex) {
        return pick(sex == Sex.F ? MALE : FEMALE);
    }

    private static String first(String given) {
        return Spelling.written(NameGroup.parts(given).getFirst());
    }

    /** Not a part of the same name: born on one day, called alike and with one ID, that is one person who has married. */
    private String otherFamily(String family) {
        String other = pick(FAMILIES);
        return FamilyNames.compare(other, family).agrees() ? otherFamily(family) : other;
    }

    private String oneLetterOff(String given) {
        int place = random.nextInt(given.length());
        char letter = (char) ('a' + random.nextInt(26));
        String changed = switch (random.nextInt(3)) {
            case 0 -> given.substring(0, place) + letter + given.substring(place + 1);
            case 1 -> given.substring(0, place) + letter + given.substring(place);
            default -> given.substring(0, place) + given.substring(place + 1);
        };
        boolean anotherName = changed.codePoints().anyMatch(Character::isLetter) && !Spelling.same(changed, given)
                && !first(changed).equals(first(given));
        return anotherName ? changed : oneLetterOff(given);
    }

    private String mistyped(String family) {
        return family.charAt(0) + oneLetterOff(family.substring(1) + "e");
    }

    private static LocalDate exchanged(LocalDate date) {
        return date.getDayOfMonth() <= 12 && date.getDayOfMonth() != date.getMonthValue()
                ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                : date.plusYears(1);
    }

    private static String transcribed(String name) {
        return name.replace("\u00e4", "ae")
                .replace("\u00f6", "oe")
                .replace("\u00fc", "ue")
                .replace("\u00df", "ss")
                .replace("\u00d6", "Oe")
                .replace("\u00f8", "oe")
                .replace("\u00e6", "ae")
                .replace("\u00c5", "Aa");
    }

    private static String withoutMarks(String name) {
        return name.replace("\u00e4", "a")
                .replace("\u00f6", "o")
                .replace("\u00fc", "u")
                .replace("\u00df", "ss")
                .replace("\u00d6", "O")
                .replace("\u00f8", "o")
                .replace("\u00c5", "A")
                .replace("\u00e9", "e")
                .replace("\u00e1", "a")
                .replace("\u0142", "l")
                .replace("\u0141", "L")
                .replace("\u1ec5", "e");
    }

    private static String name(String family, String given, String middle) {
        return family + "^" + given + "^" + middle;
    }

    private static Patient renamed(Patient one, String name) {
        return new Patient(one.key(), name, one.patientBirthDate(), one.patientSex());
    }

    private static Patient with(Patient one, LocalDate born, Sex sex) {
        return new Patient(one.key(), one.patientName(), born, sex);
    }

    private static Patient patient(String id, String name, LocalDate born, Sex sex) {
        return new Patient(new PatientKey(id, "HOSP"), name, born, sex);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
