package org.priorfetch.engine.dicomweb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a server wants to be asked again (RFC 9110 10.2.3). */
final class RetryAfter {

    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofMinutes(5);

    private RetryAfter() {}

    static boolean isStated(Answer answer) {
        return stated(answer).isPresent();
    }

    /** In how long, 1 s to 5 min; empty where it says nothing that can be read. */
    static Optional<Duration> of(Answer answer) {
        return stated(answer).flatMap(text -> read(text.strip(), answer)).map(RetryAfter::bounded);
    }

    private static Optional<String> stated(Answer answer) {
        return answer.headers().firstValue("Retry-After");
    }

    private static Duration bounded(Duration stated) {
        Duration atMost = stated.compareTo(LATEST) > 0 ? LATEST : stated;
        return atMost.compareTo(SOONEST) < 0 ? SOONEST : atMost;
    }

    private static Optional<Duration> read(String text, Answer answer) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try { // by the server's own clock, whatever ours says
            return answer.headers()
                    .firstValue("Date")
                    .map(now -> Duration.between(date(now.strip()), date(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }
}
