package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * A command that may be kept for the admin. Where its area is protected, the engine refuses it without a valid key, with a
 * message whose key is {@link #LOCKED}.
 */
public interface Guarded {

    String LOCKED = "admin.locked";

    AdminArea area();

    @Nullable
    AdminKey key();
}
