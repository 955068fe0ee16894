package org.priorfetch.app.reports;

import java.util.List;

/**
 * How many appointments had nothing missing when they started.
 *
 * @param share "94 %"; empty when nothing is known
 * @param explanation what it is a share of
 * @param byModality one sentence for each modality
 */
record Readiness(String share, String explanation, List<String> byModality) {

    static final Readiness NONE = new Readiness("", "", List.of());
}
