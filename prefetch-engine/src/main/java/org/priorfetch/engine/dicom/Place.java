package org.priorfetch.engine.dicom;

import org.jspecify.annotations.Nullable;

/**
 * An association, or the right to open one.
 *
 * @param found one that fits
 * @param instead to be released before another is opened
 */
record Place(@Nullable Slot found, @Nullable PeerAssociation instead) {}
