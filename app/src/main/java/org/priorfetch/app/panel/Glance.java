package org.priorfetch.app.panel;

/**
 * What a row of the list stands for. It is put into words only where it is seen: hundreds of rows change ten times a second.
 *
 * @param edition grows when the same is said in other words: time has passed, or names are hidden or shown
 */
record Glance(PanelItem item, int edition) {}
