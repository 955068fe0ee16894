package org.priorfetch.engine.identity;

import java.util.Set;

/** Names that stand in for one that is not known, not yet given, or nobody's: such a name says nothing about who somebody is. */
final class StandIns {

    private static final Set<String> UNKNOWN = Set.of("unknown", "unbekannt", "unbekannter", "unbekannte", "unkn",
            "unidentified", "unidentifiziert", "anonymous", "anonym", "anonymus", "anonymized", "anonymised",
            "anonymisiert", "noname", "namenlos", "nn", "none", "null", "xx", "xxx", "xxxx", "notfall", "emergency",
            "trauma", "unbek", "inconnu", "inconnue", "onbekend", "sconosciuto", "desconocido");

    /** Family and given name in one, either way round. */
    private static final Set<String> NOBODY = Set.of("doejohn", "doejane", "roejane", "roerichard", "mustermannmax",
            "mustermannerika", "testpatient", "testpatientin", "testperson", "testpat", "testtest", "patienttest",
            "patientphantom");

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
                || NOBODY.contains(family + given) || NOBODY.contains(given + family)
                || DEVICES.contains(family) || DEVICES.contains(given)
                || isOfNewborn(name);
    }

    /** Whether the component stands for one that is not known. */
    static boolean isUnknown(String component) {
        return UNKNOWN.contains(written(component));
    }

    private static boolean isOfNewborn(NameGroup name) {
        String first = NameGroup.words(name.given()).stream().findFirst().map(StandIns::written).orElse("");
        String family = written(name.family());
        boolean ofMother = NameGroup.words(name.family()).size() > 1 && OF_MOTHER.stream().anyMatch(family::startsWith);
        return NEWBORN.contains(first) || NEWBORN.contains(written(name.given())) || ofMother
                || OF_MOTHER.stream().anyMatch(written(name.given())::startsWith);
    }

    private static String written(String component) {
        return Spelling.of(component).iterator().next();
    }
}
