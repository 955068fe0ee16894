package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PeerCheck;

/** A command about the site: its PACS, worklists and sources. */
public sealed interface SiteCommand<R> extends EngineCommand<R> {

    /** Try the peers out, all or the one with the name; answers none when there is no such peer. */
    record CheckPeers(@Nullable String name) implements SiteCommand<List<PeerCheck>> {}
}
