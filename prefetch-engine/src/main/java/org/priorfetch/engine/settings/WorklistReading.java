package org.priorfetch.engine.settings;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.Message;

/** Turns sections into worklists. Names are checked by the caller, who sees them all. */
final class WorklistReading {

    private static final Duration POLLED_EVERY = Duration.ofSeconds(30);
    private static final Duration ARRIVALS_EVERY = Duration.ofSeconds(60);
    private static final Duration LOOKS_AHEAD = Duration.ofHours(24);

    private static final ValueType<String> APPLICATION = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^|^~\\\\&\\p{Cntrl}]{1,227}")),
            (key, shown) -> Message.of("settings.badApplication", key, shown), "");
    private static final ValueType<String> FIELD = new ValueType<>(
            text -> Optional.of(text.strip())
                    .filter(place -> place.matches("[A-Z][A-Z0-9]{2}-[1-9][0-9]{0,2}([.-][1-9][0-9]?)?")),
            (key, shown) -> Message.of("settings.badHl7Field", key, shown), "");
    private static final ValueType<Charset> CHARSET = new ValueType<>(WorklistReading::charset,
            (key, shown) -> Message.of("settings.badCharset", key, shown), StandardCharsets.UTF_8);
    private final SelfSettings self;
    private final Path folder;
    private final Set<String> listening = new HashSet<>();

    /** @param folder where relative paths begin */
    WorklistReading(SelfSettings self, Path folder) {
        this.self = self;
        this.folder = folder;
        if (self.port() != null) {
            listening.add(address(self.host(), Objects.requireNonNull(self.port())));
        }
    }

    /** Empty when its type is not supported: what else would be missing is no problem then. */
    Optional<WorklistSettings> read(Section section) {
        if (!PeerReading.isSupported(section, Choice.WORKLIST_TYPE)) {
            return Optional.empty();
        }
        String type = section.choice("type", Choice.WORKLIST_TYPE).orElseThrow();
        return Optional.of(switch (type) {
            case "hl7" -> hl7(section);
            case "pacs" -> arrivals(section);
            default -> mwl(section);
        });
    }

    private static WorklistSettings arrivals(Section section) {
        section.allowOnly(Keys.ARRIVALS, "pacs");
        return new WorklistSettings.Arrivals(section.optional("name", Names.PEER, ""),
                section.optional("every", Times.DURATION, ARRIVALS_EVERY));
    }

    private WorklistSettings mwl(Section section) {
        section.allowOnly(Keys.MWL, "mwl");
        return new WorklistSettings.Mwl(section.optional("name", Names.PEER, ""),
                section.required("aeTitle", Names.AE_TITLE), section.required("host", Names.HOST),
                section.required("port", Names.PORT), section.optional("every", Times.DURATION, POLLED_EVERY),
                section.optional("ahead", Times.DURATION, LOOKS_AHEAD), TlsReading.of(section, folder));
    }

    private WorklistSettings hl7(Section section) {
        section.allowOnly(Keys.HL7, "hl7");
        String host = section.optional("host", Names.HOST, self.host());
        int port = section.required("port", Names.PORT);
        if (section.has("port") && !listening.add(address(host, port))) {
            section.problem("port", Message.of("settings.portTwice", String.valueOf(port)));
        }
        return new WorklistSettings.Hl7(section.optional("name", Names.PEER, ""), host, port,
                section.optional("every", Times.DURATION), section.optional("ahead", Times.DURATION, LOOKS_AHEAD),
                section.words("senders", Names.HOST), new HashSet<>(section.words("applications", APPLICATION)),
                section.optional("charset", CHARSET), section.words("accession", FIELD),
                TlsReading.ofListener(section, folder));
    }

    private static String address(String host, int port) {
        return host + " " + port;
    }

    /** By its name in HL7 or at IANA. Delimiters must be single bytes of ASCII in it. */
    private static Optional<Charset> charset(String text) {
        String name = text.strip().replaceFirst("^8859/", "ISO-8859-").replaceFirst("^UNICODE UTF-8$", "UTF-8");
        try {
            Charset charset = Charset.forName(name);
            boolean usable = charset.canEncode()
                    && charset.encode("MSH|\r").equals(StandardCharsets.US_ASCII.encode("MSH|\r"));
            return Optional.of(charset).filter(_ -> usable);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }
}
