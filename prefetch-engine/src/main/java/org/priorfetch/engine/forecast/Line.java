package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceRoom;

/**
 * One source, as the forecast sees it: transfers that run side by side share what it gives.
 *
 * @param pace of all that runs side by side together
 * @param bitsPerSecond what it may be asked for at most, whatever was measured before; null without limit
 * @param silence how long nothing has come of it. Nobody knows how long it lasts: as long again is what can be expected.
 * @param nextOpening when work that keeps to hours may begin: the given time itself while it may
 */
public record Line(Pace pace, @Nullable Long bitsPerSecond, SourceRoom room, Duration silence,
        UnaryOperator<Instant> nextOpening) {

    double seconds(Amount amount) {
        return pace.within(bitsPerSecond, amount);
    }
}
