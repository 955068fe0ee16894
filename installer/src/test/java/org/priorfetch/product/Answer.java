package org.priorfetch.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;

/** What an ended command left behind. */
record Answer(int exitCode, String out, String err, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails with all that was said when it ended with another code. */
    Answer exits(int code) {
        assertThat(exitCode).as("exit code; out: %s; err: %s", out, err).isEqualTo(code);
        return this;
    }

    /** A refusal is one line on the error stream that names the thing: no stack trace, nothing on the other stream. */
    Answer explains(String word) {
        assertThat(out).as("out").isEmpty();
        assertThat(err).contains(word).doesNotContain("Exception", "\tat ");
        assertThat(err.lines().toList()).as("lines of: %s", err).hasSize(1);
        return this;
    }

    JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + out + err, e);
        }
    }

    List<JsonNode> list(String field) {
        return json().path(field).valueStream().toList();
    }
}
