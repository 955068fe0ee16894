package org.priorfetch.engine.dicomweb;

import java.time.Duration;
import java.util.Optional;

/** What an archive says that must first fetch the images itself: that they are asked for once more. */
final class ComeLater {

    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;
    private static final Duration USUAL = Duration.ofSeconds(10);

    private ComeLater() {}

    /**
     * In how long; empty where it says something else.
     *
     * @param patient whether it is known to have a slow store: 503 is an overload otherwise
     */
    static Optional<Duration> of(Answer answer, boolean patient) {
        boolean fetching = answer.status() == ACCEPTED
                || (patient && answer.status() == UNAVAILABLE && RetryAfter.isStated(answer));
        return fetching ? Optional.of(RetryAfter.of(answer).orElse(USUAL)) : Optional.empty();
    }
}
