package org.priorfetch.engine.model;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * A sentence or phrase for people, kept as key and arguments so that it is stored once and read in any language. An
 * argument that starts with {@code #} is itself a key.
 */
public record Message(String key, List<String> args) {

    private static final String BUNDLE = "org.priorfetch.engine.messages";
    private static final char NESTED = '#';

    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, Stream.of(args).map(String::valueOf).toList());
    }

    /** The text in the language asked for, English where that language is not translated. */
    public String text(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] values = args.stream().map(arg -> resolve(bundle, arg)).toArray();
        return new MessageFormat(lookUp(bundle, key), locale).format(values);
    }

    /** The English text, for logs and machine-readable output. */
    public String text() {
        return text(Locale.ENGLISH);
    }

    private static String resolve(ResourceBundle bundle, String arg) {
        boolean nested = !arg.isEmpty() && arg.charAt(0) == NESTED;
        return nested ? lookUp(bundle, arg.substring(1)) : arg;
    }

    private static String lookUp(ResourceBundle bundle, String key) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
