package org.priorfetch.engine.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.Message;

/** The kinds of values that name somebody: AE titles, hosts, ports, peers and issuers. */
final class Names {

    /** PS3.5 6.2, VR AE: at most 16 characters of the default repertoire, no backslash, no control characters. */
    static final ValueType<String> AE_TITLE = new ValueType<>(text -> matching(text.strip(), "[ -\\[\\]-~]{1,16}"),
            (key, shown) -> Message.of("settings.badAeTitle", key, shown), "");

    static final ValueType<String> HOST = new ValueType<>(text -> Optional.of(text).filter(Names::isHost),
            (key, shown) -> Message.of("settings.badHost", key, shown), "");

    static final ValueType<Integer> PORT = new ValueType<>(text -> Numbers.between(text, 1, 65_535),
            (key, shown) -> Message.of("settings.badPort", key, shown), 1);

    static final ValueType<String> PEER = new ValueType<>(
            text -> matching(text, "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}"),
            (key, shown) -> Message.of("settings.badName", key, shown), "");

    /** PS3.5 6.2, VR LO. */
    static final ValueType<String> ISSUER = new ValueType<>(text -> matching(text.strip(), "[^\\\\\\p{Cntrl}]{1,64}"),
            (key, shown) -> Message.of("settings.badIssuer", key, shown), "");

    static final ValueType<String> PATH = new ValueType<>(text -> matching(text.strip(), "[^\\p{Cntrl}]{1,1024}"),
            (key, shown) -> Message.of("settings.badPath", key, shown), "");

    static final ValueType<String> DATABASE_URL = new ValueType<>(text -> matching(text, "jdbc:h2:\\S.*"),
            (key, shown) -> Message.of("settings.badDatabaseUrl", key), "");

    private static final Pattern LABELS = Pattern
            .compile("(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                    + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");

    private Names() {}

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(candidate -> candidate.matches(pattern));
    }

    private static boolean isHost(String text) {
        if (text.indexOf(':') >= 0) {
            return literal(text).filter(Inet6Address.class::isInstance).isPresent();
        }
        return NUMERIC.matcher(text).matches() ? literal(text).isPresent() : LABELS.matcher(text).matches();
    }

    /** The address that is written out; asks no name server. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
