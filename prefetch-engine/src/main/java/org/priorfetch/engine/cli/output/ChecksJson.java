package org.priorfetch.engine.cli.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;

/**
 * What {@code check --json} prints.
 *
 * @param deliveryTest the last test study; null when there was none
 */
public record ChecksJson(List<Peer> peers, @Nullable DeliveryTestJson deliveryTest) {

    /**
     * A peer.
     *
     * @param measured only where it was
     */
    public record Peer(String name, boolean ok, List<Step> steps,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MeasuredJson measured) {}

    /** A step. */
    public record Step(String step, boolean ok, long millis, String detail, @Nullable String advice) {}

    public static ChecksJson of(List<PeerCheck> checks, Measurements measured, @Nullable DeliveryTest test,
            ZoneId zone) {
        return new ChecksJson(checks.stream()
                .map(check -> new Peer(check.name(), check.ok(), check.steps().stream().map(ChecksJson::step).toList(),
                        measured.json(check.name())))
                .toList(), DeliveryTestJson.of(test, zone));
    }

    private static Step step(ProbeStep step) {
        return new Step(step.step(), step.ok(), step.millis(), step.detail().text(),
                step.advice() == null ? null : step.advice().text());
    }
}
