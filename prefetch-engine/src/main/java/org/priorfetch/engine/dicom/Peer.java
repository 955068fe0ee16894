package org.priorfetch.engine.dicom;

/**
 * Another application entity.
 *
 * @param name as people know it, from {@code site.yaml}
 */
public record Peer(String name, String aeTitle, String host, int port) {}
