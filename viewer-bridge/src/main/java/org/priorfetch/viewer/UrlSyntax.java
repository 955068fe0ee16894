package org.priorfetch.viewer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.Message;

/** What a template of a URL must look like (RFC 3986), so that values can only ever be values in it. */
final class UrlSyntax {

    /** Stands in the examples where a site writes the name of its own server. */
    private static final String TO_REPLACE = "HOST";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern ILLEGAL = Pattern
            .compile("%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]");
    private static final Set<String> WEB = Set.of("http", "https");
    /** These run scripts, show files or configure the computer. */
    private static final Set<String> FORBIDDEN = Set.of("file", "javascript", "data", "vbscript", "jscript", "about",
            "blob", "jar", "view-source", "shell", "search", "search-ms", "hcp", "help", "mk", "ftp", "mailto", "tel");
    private static final Pattern FORBIDDEN_FAMILY = Pattern.compile("(ms|microsoft|chrome|moz|x-apple)[.-].*");

    private UrlSyntax() {}

    /** The scheme in small letters. */
    static String check(String text, Template template) throws TemplateException {
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                checkCharacters(literal);
            }
        }
        String scheme = scheme(template);
        if (isWeb(scheme)) {
            checkServer(text, template.start());
        }
        if (URLDecoder.decode(template.start().replace("+", "%2B"), StandardCharsets.UTF_8)
                .contains("//" + TO_REPLACE)) {
            throw new TemplateException(text.indexOf(TO_REPLACE), Message.of("viewer.url.replace", TO_REPLACE));
        }
        return scheme;
    }

    static boolean isWeb(String scheme) {
        return WEB.contains(scheme);
    }

    private static void checkCharacters(Template.Literal literal) throws TemplateException {
        Matcher illegal = ILLEGAL.matcher(literal.text());
        if (illegal.find()) {
            throw new TemplateException(literal.position() + illegal.start(),
                    Message.of("viewer.url.character", illegal.group()));
        }
    }

    private static String scheme(Template template) throws TemplateException {
        Matcher matcher = SCHEME.matcher(template.start());
        if (!matcher.lookingAt()) {
            throw new TemplateException(0, Message.of("viewer.url.noScheme"));
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(scheme) || FORBIDDEN_FAMILY.matcher(scheme).matches()) {
            throw new TemplateException(0, Message.of("viewer.url.scheme", scheme + ":"));
        }
        return scheme;
    }

    /** The server is the profile's own choice: no value stands in its name, and no password. */
    private static void checkServer(String text, String start) throws TemplateException {
        int from = start.indexOf(':') + 1;
        if (!start.startsWith("//", from)) {
            throw new TemplateException(from, Message.of("viewer.url.noServer"));
        }
        int end = from + 2;
        while (end < start.length() && "/?#".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        if (end == start.length() && end < text.length()) {
            throw new TemplateException(end, Message.of("viewer.url.placeholderInServer"));
        }
        if (end == from + 2) {
            throw new TemplateException(end, Message.of("viewer.url.noServer"));
        }
        int user = start.substring(0, end).indexOf('@');
        if (user >= 0) {
            throw new TemplateException(user, Message.of("viewer.url.user"));
        }
    }
}
