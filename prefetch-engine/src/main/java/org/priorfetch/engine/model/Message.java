package org.priorfetch.engine.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * A sentence or phrase for people, kept as key and arguments so that it is stored once and read in any language. The key's
 * first part names the bundle, so {@code identity.otherName} stands in {@code messages/identity.properties}. An argument
 * that starts with {@code #} is itself a key.
 */
public record Message(String key, List<String> args) {

    private static final String BUNDLES = "org.priorfetch.engine.messages.";
    private static final Pattern NESTED = Pattern.compile("#[a-z]+(\\.[A-Za-z0-9_]+)+");
    private static final ResourceBundle.Control ROOT_IS_ENGLISH = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        return new Message(key, List.of(texts));
    }

    /** The text in the language asked for, English where that language is not translated. */
    public String text(Locale locale) {
        Object[] values = args.stream().map(arg -> resolve(arg, locale)).toArray();
        return new MessageFormat(pattern(key, locale), locale).format(values);
    }

    /** The English text, for logs and machine-readable output. */
    public String text() {
        return text(Locale.ENGLISH);
    }

    /** What only looks like a key, such as a number that somebody else gave out, stays as it is. */
    private static String resolve(String arg, Locale locale) {
        boolean nested = NESTED.matcher(arg).matches();
        try {
            return nested ? pattern(arg.substring(1), locale) : arg;
        } catch (MissingResourceException notAKey) {
            return arg;
        }
    }

    private static String pattern(String key, Locale locale) {
        String bundle = BUNDLES + key.substring(0, key.indexOf('.'));
        return ResourceBundle.getBundle(bundle, locale, ROOT_IS_ENGLISH).getString(key);
    }
}
