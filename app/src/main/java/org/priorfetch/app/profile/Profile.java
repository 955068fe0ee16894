package org.priorfetch.app.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this person has set up for themselves: {@code desktop.json} in the home folder, with a section for each feature.
 * Holds no patient's name. Used on the FX thread; saved a moment after a change on another.
 */
public final class Profile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
    private static final String NAME = "desktop.json";

    private final Map<String, JsonNode> stored;
    private final Map<String, ObjectProperty<?>> sections = new HashMap<>();
    private final @Nullable ProfileFile file;

    private Profile(@Nullable ProfileFile file) {
        this.file = file;
        stored = file == null ? new HashMap<>() : file.read();
    }

    /** The profile in a home folder; as it comes where there is none yet, or none that can be read. */
    public static Profile at(Path home) {
        return new Profile(new ProfileFile(home.resolve(NAME)));
    }

    /** A profile that lives as long as the program. */
    public static Profile inMemory() {
        return new Profile(null);
    }

    /**
     * One section; the same property at every call. Setting it saves it.
     *
     * @param type a record
     * @param initial what holds until something else is set, and where what was stored does not fit any more
     */
    @SuppressWarnings("unchecked") // a name stands for one type
    public <T> ObjectProperty<T> section(String name, Class<T> type, T initial) {
        return (ObjectProperty<T>) sections.computeIfAbsent(name, key -> property(key, type, initial));
    }

    private <T> ObjectProperty<T> property(String name, Class<T> type, T initial) {
        ObjectProperty<T> property = new SimpleObjectProperty<>(this, name, read(name, type, initial));
        property.addListener((_, _, value) -> save(name, value));
        return property;
    }

    private <T> T read(String name, Class<T> type, T initial) {
        JsonNode node = stored.get(name);
        if (node == null) {
            return initial;
        }
        try {
            T value = ProfileFile.MAPPER.treeToValue(node, type);
            return value == null ? initial : value;
        } catch (JsonProcessingException | IllegalArgumentException misfit) {
            LOG.warn("The section {} of {} does not fit; the defaults hold.", name, NAME);
            return initial;
        }
    }

    private void save(String name, Object value) {
        stored.put(name, ProfileFile.MAPPER.valueToTree(value));
        if (file != null) {
            file.write(stored);
        }
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
