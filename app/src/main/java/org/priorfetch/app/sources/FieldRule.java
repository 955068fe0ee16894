package org.priorfetch.app.sources;

import java.util.Optional;
import java.util.regex.Pattern;

/** What can be said of a value while it is typed. The engine has the last word. */
enum FieldRule {
    NAME("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}", true), //
    AE_TITLE("[ -\\[\\]-~]{1,16}", true), //
    HOST("[A-Za-z0-9_.:-]{1,253}", true), //
    PORT("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]", true), //
    ASSOCIATIONS("[1-9]|[1-5][0-9]|6[0-4]", false), //
    LIMIT("[0-9]{1,7}(\\.[0-9]{1,3})? *[kKMG]?(bit|B)/s", false), //
    HOURS("(([A-Za-z]{3,9}( *[-–] *[A-Za-z]{3,9})? *(, *| +))*[0-9]{1,2}:[0-9]{2} *[-–] *[0-9]{1,2}:[0-9]{2} *(, *(?=.)|$))+",
            false), //
    GIGABYTES("[0-9]{1,7}(\\.[0-9]{1,3})?", false), //
    DURATION("[0-9]{1,6}[smhd]", false), //
    ISSUER("[^\\\\\\p{Cntrl}]{1,64}", false), //
    FILE("[^\\p{Cntrl}]{1,1024}", false), //
    /** Only a reference may stand in the file. */
    SECRET("(?!)", false), //
    /** What a name of a patient's domain may look like before or behind it. */
    AFFIX("[^\\\\*?\\p{Cntrl}]{1,32}", false), //
    LENGTH("[2-9]|[1-5][0-9]|6[0-4]", false), //
    APPLICATION("[^|^~\\\\&\\p{Cntrl}]{1,227}", false), //
    URL("https?://[^@?#\\s]+", true), //
    URL_IF_ANY("https?://[^@?#\\s]+", false), //
    USER("[^:\\p{Cntrl}]{1,256}", true), //
    NEEDED_SECRET("(?!)", true), //
    /** Spaces at its end stand before the description, too. */
    PREFIX("[^\\\\\\p{Cntrl}]{1,16}", false), //
    LONG_STRING("[^\\\\\\p{Cntrl}]{1,64}", false), //
    CODE_STRING("[A-Z0-9_][A-Z0-9_ ]{0,15}", false), //
    HOSTS("[A-Za-z0-9_.:-]{1,253}(\\s*,\\s*[A-Za-z0-9_.:-]{1,253})*", false), //
    CHARSET("[A-Za-z0-9/_.:-]{1,40}", false), //
    FIELDS("[A-Z][A-Z0-9]{2}-[1-9][0-9]{0,2}([.-][1-9][0-9]?)?(\\s*,\\s*[A-Z][A-Z0-9]{2}-[1-9][0-9]{0,2}([.-][1-9][0-9]?)?)*",
            false), //
    ATTRIBUTES("(\\s*([A-Za-z]+|\\([0-9A-Fa-f]{4},.*\\))\\s*:.*\\S\\s*(\\R|$))+", false), //
    PROCEDURES("([^|\\r\\n]*\\S[^|\\r\\n]*\\|[^\\r\\n]*(\\R+|$))+", false), //
    CODES("[^\\\\\\p{Cntrl}]+", false), //
    PATIENTS("([^\\\\*?]*)", false), //
    CHOICE(".*", false);

    private static final Pattern REFERENCE = Pattern.compile(".*\\$\\{(env|file):[^}]+}.*");

    private final Pattern pattern;
    private final boolean required;

    FieldRule(String pattern, boolean required) {
        this.pattern = Pattern.compile(pattern);
        this.required = required;
    }

    static FieldRule of(Part part, String key) {
        return part == Part.EXCLUDE && key.equals("patients") ? PATIENTS : switch (IndexFields.inner(key)) {
            case "name" -> NAME;
            case "stow" -> URL_IF_ANY;
            case "url" -> key.equals("pdq.url") ? URL_IF_ANY : URL;
            case "web" -> URL_IF_ANY;
            case "tokenUrl" -> URL;
            case "user" -> USER;
            case "password", "token" -> NEEDED_SECRET;
            case "aeTitle" -> AE_TITLE;
            case "host" -> HOST;
            case "port" -> PORT;
            case "associations" -> ASSOCIATIONS;
            case "limit" -> LIMIT;
            case "hours" -> HOURS;
            case "dailyGB" -> GIGABYTES;
            case "every", "ahead", "nearlineWait", "nearlineAhead" -> DURATION;
            case "issuer" -> ISSUER;
            case "tlsTrust", "tlsCertificate" -> FILE;
            case "tlsPassword" -> SECRET;
            case "mapping.prefix", "mapping.suffix" -> AFFIX;
            case "mapping.pad", "mapping.unpad" -> LENGTH;
            case "confidentiality" -> CODES;
            case "application", "facility" -> APPLICATION;
            case "marks.descriptionPrefix" -> PREFIX;
            case "marks.institution" -> LONG_STRING;
            case "marks.studyStatus" -> CODE_STRING;
            case "marks.attributes" -> ATTRIBUTES;
            case "procedures" -> PROCEDURES;
            case "senders" -> HOSTS;
            case "applications" -> CODES;
            case "charset" -> CHARSET;
            case "accession" -> FIELDS;
            default -> CHOICE;
        };
    }

    /** The key of the text that says what is wrong; empty when nothing is. */
    Optional<String> problem(Part part, String value) {
        boolean optionalHere = part == Part.SELF && this != AE_TITLE;
        if (value.isBlank()) {
            return required && !optionalHere ? Optional.of("sources.missing." + name()) : Optional.empty();
        }
        boolean fits = REFERENCE.matcher(value).matches() || pattern.matcher(value.strip()).matches();
        return fits ? Optional.empty() : Optional.of("sources.bad." + name());
    }
}
