package org.priorfetch.app.controls;

import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person can do now, or the reason why not.
 *
 * @param id of its button
 * @param key that does it; null when there is none
 * @param whyNot in a sentence; empty when it can be done
 */
public record Deed(String id, String title, Icons icon, @Nullable KeyCode key, String whyNot, Runnable action) {

    public boolean isPossible() {
        return whyNot.isEmpty();
    }

    /** "Skip (S)". */
    public String titleWithKey() {
        return key == null ? title : title + " (" + key.getName() + ")";
    }
}
