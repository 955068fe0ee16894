package org.priorfetch.engine.identity;

import java.util.List;
import java.util.Set;

/** Names that stand in for one that is not known, not yet given, or nobody's: such a name says nothing about who somebody is. */
final class StandIns {

    private static final Set<String> UNKNOWN = Set.of("unknown", "unbekannt", "unbekannter", "unbekannte", "unkn",
            "unidentified", "unidentifiziert", "anonymous", "anonym", "anonymus", "anonymized", "anonymised",
            "anonymisiert", "noname", "namenlos", "nn", "none", "null", "xx", "xxx", "xxxx", "notfall", "emergency",
            "trauma", "unbek", "inconnu", "inconnue", "onbekend", "sconosciuto", "desconocido");

    /**
     * Family and given name in one: people may be called so, and those are called so who cannot say their names. Such a name
     * proves nothing without a birth date that somebody knew.
     */
    private static final Set<String> ANYBODY = Set.of("doejohn", "doejane", "roejane", "roerichard", "mustermannmax",
            "mustermannerika");

    /** Family and given name in one, either way round. */
    private static final Set<String> TESTS = Set.of("testpatient", "testpatientin", "testperson", "testpat", "testtest",
            "patienttest", "patientphantom");

    /** Not people, whatever stands beside. */
    private static final Set<String> DEVICES = Set.of("testpatient", "testperson", "testpat", "phantom", "phantomqa",
            "qaphantom", "qcphantom", "qatest", "dummy", "zztest", "zzztest");

    /** Given names of the newborn. "Boy", "Kind" and "Junge" alone are names. */
    private static final Set<String> NEWBORN = Set.of("baby", "babyboy", "babygirl", "newborn", "neonate", "nb", "bb",
            "bg", "ng", "infant", "neugeborenes", "neugeborener", "neugeborene", "neugeb", "saeugling", "knabe",
            "maedchen", "kind", "junge", "sohn", "tochter", "zwilling", "drilling", "twin", "triplet", "nouveaune",
            "bebe", "neonato", "neonata", "reciennacido", "rn", "pasgeborene", "boya", "boyb", "girla", "girlb",
            "male", "female", "maennlich", "weiblich");

    private static final Set<String> OF_MOTHER = Set.of("babyof", "babyboy", "babygirl", "kindvon", "sohnvon",
            "tochtervon", "saeuglingvon", "neugeborenesvon", "bebede");

    private StandIns() {}

    static boolean standsIn(NameGroup name) {
        String family = written(name.family());
        String given = written(name.given());
        return isUnknown(name.family()) || isUnknown(name.given())
                || TESTS.contains(family + given) || TESTS.contains(given + family)
                || DEVICES.contains(family) || DEVICES.contains(given)
                || isOfNewborn(name);
    }

    /** Whether it is a name that is also given to people whom nobody knows. */
    static boolean isAnybodys(NameGroup name) {
        String family = written(name.family());
        String given = written(name.given());
        return ANYBODY.contains(family + given) || ANYBODY.contains(given + family);
    }

    /** Whether the component stands for one that is not known. */
    static boolean isUnknown(String component) {
        return UNKNOWN.contains(written(component));
    }

    private static boolean isOfNewborn(NameGroup name) {
        String given = written(name.given());
        List<String> words = NameGroup.words(name.given());
        boolean several = name.family().strip().indexOf(' ') > 0;
        return NEWBORN.contains(given) || (words.size() > 1 && NEWBORN.contains(written(words.getFirst())))
                || isOfMother(given) || (several && isOfMother(written(name.family())));
    }

    private static boolean isOfMother(String written) {
        return OF_MOTHER.stream().anyMatch(written::startsWith);
    }

    private static String written(String component) {
        return Spelling.written(component);
    }
}
