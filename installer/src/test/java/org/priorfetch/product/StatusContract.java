package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Consumer;

/** The fields of {@code status --json} that scripts depend on, and their types. */
final class StatusContract {

    private static final Set<
            String> VERDICTS = Set.of("FETCHING", "HELD", "UNREACHABLE", "FAILED", "PARTIAL", "READY", "NONE_EXIST");

    private StatusContract() {}

    static void check(JsonNode status) {
        each(status, "appointments", StatusContract::appointment);
        each(status, "transfers", StatusContract::transfer);
        each(status, "sources", StatusContract::namedPeer);
        each(status, "worklists", StatusContract::namedPeer);
        peer(status.path("pacs"));
    }

    private static void appointment(JsonNode one) {
        text(one, "accession");
        text(one, "patientId");
        time(one, "scheduledStart");
        assertThat(text(one, "verdict")).isIn(VERDICTS);
        numberOrNull(one, "etaSeconds");
        each(one, "priors", StatusContract::prior);
    }

    private static void prior(JsonNode one) {
        text(one, "studyUid");
        text(one, "source");
        text(one, "state");
        numberOrNull(one, "expected");
        number(one, "delivered");
        number(one, "score");
        assertThat(text(one, "reason")).isNotBlank();
    }

    private static void transfer(JsonNode one) {
        text(one, "studyUid");
        text(one, "source");
        text(one, "state");
        number(one, "bytes");
        number(one, "bytesPerSecond");
        assertThat(one.has("slowBecause")).isTrue();
    }

    private static void namedPeer(JsonNode one) {
        text(one, "name");
        peer(one);
    }

    private static void peer(JsonNode one) {
        text(one, "state");
        if (!field(one, "lastAnswer").isNull()) {
            time(one, "lastAnswer");
        }
    }

    private static void each(JsonNode parent, String name, Consumer<JsonNode> check) {
        JsonNode list = field(parent, name);
        assertThat(list.isArray()).as(name).isTrue();
        list.forEach(check);
    }

    private static void time(JsonNode parent, String name) {
        assertThat(OffsetDateTime.parse(text(parent, name))).as(name).isNotNull();
    }

    private static String text(JsonNode parent, String name) {
        assertThat(field(parent, name).isTextual()).as(name).isTrue();
        return parent.path(name).asText();
    }

    private static void number(JsonNode parent, String name) {
        assertThat(field(parent, name).isIntegralNumber()).as(name).isTrue();
    }

    private static void numberOrNull(JsonNode parent, String name) {
        if (!field(parent, name).isNull()) {
            number(parent, name);
        }
    }

    private static JsonNode field(JsonNode parent, String name) {
        assertThat(parent.has(name)).as("%s in %s", name, parent).isTrue();
        return parent.path(name);
    }
}
