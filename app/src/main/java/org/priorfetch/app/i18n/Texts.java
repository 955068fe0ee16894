package org.priorfetch.app.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/**
 * The texts for people in one language, English where that is not translated. A key's first part names its bundle:
 * {@code today.empty.title} stands in {@code today.properties}.
 */
public final class Texts {

    private static final String BUNDLES = "org.priorfetch.app.i18n.";
    private static final ResourceBundle.Control ROOT_IS_ENGLISH = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    public Texts(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    public String get(String key, Object... args) {
        return new MessageFormat(pattern(key), locale).format(args);
    }

    /** The text for one value of an enum, under the key that ends in its name. */
    public String get(String prefix, Enum<?> value) {
        return get(prefix + '.' + value.name());
    }

    public String of(Reason reason) {
        return reason.text(locale);
    }

    public String of(Message message) {
        return message.text(locale);
    }

    private String pattern(String key) {
        String name = key.substring(0, key.indexOf('.'));
        return bundles.computeIfAbsent(name, this::bundle).getString(key);
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(BUNDLES + name, locale, ROOT_IS_ENGLISH);
    }
}
