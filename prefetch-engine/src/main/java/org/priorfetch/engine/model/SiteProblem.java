package org.priorfetch.engine.model;

/**
 * One thing that is wrong with {@code site.yaml}.
 *
 * @param field where in a form, such as {@code pacs.port} or {@code sources.0.host}, or the section of a key that is
 *        missing; empty when it concerns the file as a whole
 * @param line counted from 1; 0 when it concerns the file as a whole
 * @param column counted from 1; 0 when it concerns the file as a whole
 */
public record SiteProblem(String field, int line, int column, Message message) {}
