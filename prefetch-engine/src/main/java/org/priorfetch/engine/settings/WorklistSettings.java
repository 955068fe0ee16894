package org.priorfetch.engine.settings;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.TlsCredentials;

/** Where appointments come from. */
public sealed interface WorklistSettings {

    /** Unique among the worklists. */
    String name();

    /** How far into the future appointments are followed. */
    Duration ahead();

    /** How often something is heard of it, at least; null when nobody can say. */
    @Nullable
    Duration every();

    /** Null where it is talked to without, or over the connections of somebody else. */
    @Nullable
    TlsCredentials tls();

    /**
     * A DICOM modality worklist.
     *
     * @param every how often it is asked
     */
    record Mwl(String name, String aeTitle, String host, int port, Duration every, Duration ahead,
            @Nullable TlsCredentials tls) implements WorklistSettings {

        /** One that is talked to without encryption. */
        public Mwl(String name, String aeTitle, String host, int port, Duration every, Duration ahead) {
            this(name, aeTitle, host, port, every, ahead, null);
        }
    }

    /**
     * HL7 v2 messages that are sent to us over MLLP.
     *
     * @param host the interface to listen on
     * @param every how often a message comes, at least; null when it may be silent for long
     * @param senders hosts that may connect; none for all
     * @param applications sending applications whose messages are taken; none for all
     * @param charset HL7 name of the character set of messages that state none; null to find out
     * @param accession fields in which accession numbers stand; none for the usual ones
     * @param tls null for connections without encryption
     */
    record Hl7(String name, String host, int port, @Nullable Duration every, Duration ahead, List<String> senders,
            Set<String> applications, @Nullable Charset charset, List<String> accession, @Nullable TlsCredentials tls)
            implements WorklistSettings {

        public Hl7 {
            senders = List.copyOf(senders);
            applications = Set.copyOf(applications);
            accession = List.copyOf(accession);
        }
    }

    /**
     * Studies that arrive in the PACS, whether or not anybody ordered them.
     *
     * @param every how often the PACS is asked
     */
    record Arrivals(String name, Duration every) implements WorklistSettings {

        /** Clocks differ: what has begun already may seem to be a little ahead. */
        private static final Duration SKEW = Duration.ofHours(1);

        @Override
        public Duration ahead() {
            return SKEW;
        }

        /** It is the PACS that is asked. */
        @Override
        public @Nullable TlsCredentials tls() {
            return null;
        }
    }
}
