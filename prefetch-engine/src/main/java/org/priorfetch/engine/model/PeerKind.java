package org.priorfetch.engine.model;

/** What a peer is to us. */
public enum PeerKind {
    WORKLIST, SOURCE, PACS
}
