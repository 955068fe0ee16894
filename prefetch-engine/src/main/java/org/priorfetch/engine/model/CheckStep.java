package org.priorfetch.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The steps of the connectivity doctor, in their order. */
public enum CheckStep {
    /** The host's name has an address. */
    NAME,
    /** Somebody listens at its port. */
    TCP,
    /** The connection is secret. */
    TLS,
    /** It accepts our association. */
    ASSOCIATION,
    /** It answers C-ECHO. */
    ECHO,
    /** It answers C-FIND. */
    FIND,
    /** One image arrives; it is thrown away. */
    RETRIEVE,
    /** The source, which is asked by DIMSE, answers by DICOMweb and sends an image, too. */
    WEB,
    /** The PACS takes instances by DICOMweb. */
    STORE,
    /** The patient index that is asked for the source answers. */
    INDEX;

    /** At a peer. */
    public static final List<CheckStep> AT_PEER = List.of(NAME, TCP, TLS, ASSOCIATION, ECHO, FIND, RETRIEVE);

    /** At a peer, and with what else there is to try for it. */
    public static List<CheckStep> atPeerAnd(CheckStep... more) {
        return Stream.concat(AT_PEER.stream(), Stream.of(more)).toList();
    }

    /** Whether it tries another service, and so may follow a step that failed. */
    public boolean standsAlone() {
        return this == WEB || this == INDEX || this == STORE;
    }

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
