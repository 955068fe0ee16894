package org.priorfetch.engine.settings;

import java.time.Duration;

/**
 * A DICOM modality worklist.
 *
 * @param name unique among the worklists
 * @param every how often it is asked
 * @param ahead how far into the future it is asked
 */
public record WorklistSettings(String name, String aeTitle, String host, int port, Duration every, Duration ahead) {}
