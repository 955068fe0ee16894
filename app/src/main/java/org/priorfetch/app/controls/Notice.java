package org.priorfetch.app.controls;

/**
 * Something to be told: what is so, and what to do about it.
 *
 * @param hint empty when there is nothing to do
 */
public record Notice(Mark mark, String title, String hint) {}
