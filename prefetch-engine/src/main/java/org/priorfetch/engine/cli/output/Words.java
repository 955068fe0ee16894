package org.priorfetch.engine.cli.output;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

/** Numbers with their units, times and states in words. */
final class Words {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final long STEP = 1_000;
    private static final long MINUTE = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Terminal terminal;

    Words(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Decimal units with one digit after the point, whole bytes below 1 kB. */
    String size(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double value = bytes;
        int unit = -1;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return String.format(terminal.locale(), "%.1f %s", value, UNITS[unit]);
    }

    String rate(long bytesPerSecond) {
        return bytesPerSecond <= 0 ? "" : size(bytesPerSecond) + "/s";
    }

    String remaining(@Nullable Long seconds) {
        if (seconds == null) {
            return "";
        }
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE / 2) / MINUTE;
        return minutes < MINUTE ? minutes + " min" : minutes / MINUTE + " h " + minutes % MINUTE + " min";
    }

    /** The time of day; with the date when it is not today. */
    String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime time = instant.atZone(terminal.zone());
        boolean today = time.toLocalDate().equals(LocalDate.ofInstant(terminal.clock().instant(), terminal.zone()));
        return today ? TIME.format(time) : date(time.toLocalDate()) + " " + TIME.format(time);
    }

    String date(@Nullable LocalDate date) {
        return date == null ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(terminal.locale()).format(date);
    }

    /** "3/8", or "3/?" while the number is not known. */
    String share(long part, long whole) {
        return part + "/" + (whole < 0 ? "?" : String.valueOf(whole));
    }

    String list(Set<String> words) {
        return String.join("+", words);
    }

    String word(ReadinessVerdict verdict) {
        return terminal.text(Message.of("cli.verdict." + verdict.name()));
    }

    String word(TransferState state) {
        return terminal.text(Message.of("cli.transfer." + state.name()));
    }

    String word(PriorState state) {
        return terminal.text(Message.of("cli.prior." + state.name()));
    }

    String word(PeerState state) {
        return terminal.text(Message.of("cli.peer." + state.name()));
    }

    String word(PeerKind kind) {
        return terminal.text(Message.of("cli.kind." + kind.name()));
    }

    String word(Message message) {
        return terminal.text(message);
    }
}
