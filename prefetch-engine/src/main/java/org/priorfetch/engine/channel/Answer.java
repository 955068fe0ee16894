package org.priorfetch.engine.channel;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.Message;

/**
 * What the server answers.
 *
 * @param value null when refused, and for a snapshot that the client has already
 * @param refusal why the command could not be carried out; null when it was
 */
record Answer(@Nullable JsonNode value, @Nullable Message refusal) {

    static Answer of(Object value) {
        return new Answer(Json.MAPPER.valueToTree(value), null);
    }

    static Answer unchanged() {
        return new Answer(null, null);
    }

    static Answer refused(Message why) {
        return new Answer(null, why);
    }
}
