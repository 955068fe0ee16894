package org.priorfetch.engine.settings;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * A DICOM modality worklist.
 *
 * @param name unique among the worklists
 * @param every how often it is asked
 * @param ahead how far into the future it is asked
 * @param tls null where it is talked to without
 */
public record WorklistSettings(String name, String aeTitle, String host, int port, Duration every, Duration ahead,
        @Nullable TlsCredentials tls) {}
