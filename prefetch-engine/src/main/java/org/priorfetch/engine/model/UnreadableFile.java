package org.priorfetch.engine.model;

/**
 * A file on a disc or in a folder that should be an image and cannot be read as one.
 *
 * @param path relative to the folder
 */
public record UnreadableFile(String path, Message why) {}
