package org.priorfetch.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads JSON of which nobody knows whether it is any. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** Empty when it is none; why not would quote it. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return Optional.of(tree == null ? MAPPER.missingNode() : tree);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }
}
