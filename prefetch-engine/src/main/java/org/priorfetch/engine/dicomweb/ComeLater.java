package org.priorfetch.engine.dicomweb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What an archive says that must first fetch the images itself: that they are asked for once more (RFC 9110 10.2.3). */
final class ComeLater {

    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;
    private static final Duration SOONEST = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LATEST = Duration.ofMinutes(5);

    private ComeLater() {}

    /**
     * In how long; empty where it says something else.
     *
     * @param patient whether it is known to have a slow store: 503 is an overload otherwise
     */
    static Optional<Duration> of(Answer answer, boolean patient) {
        Optional<String> stated = answer.headers().firstValue("Retry-After");
        boolean fetching = answer.status() == ACCEPTED
                || (patient && answer.status() == UNAVAILABLE && stated.isPresent());
        return fetching ? Optional.of(bounded(stated.flatMap(text -> read(text.strip(), answer)).orElse(USUAL)))
                : Optional.empty();
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
