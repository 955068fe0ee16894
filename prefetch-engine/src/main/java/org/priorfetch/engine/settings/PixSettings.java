package org.priorfetch.engine.settings;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.tls.TlsCredentials;

/** A patient index, and how it calls the domains of the patient IDs. */
public sealed interface PixSettings {

    /** Of the PACS. */
    String local();

    /** Of the source. */
    String target();

    @Nullable
    TlsCredentials tls();

    /**
     * Asked by HL7 version 2 (ITI-9).
     *
     * @param application whom the messages are for (MSH-5)
     * @param facility of the application (MSH-6)
     */
    record V2(String host, int port, String application, String facility, String local, String target,
            @Nullable TlsCredentials tls) implements PixSettings {}

    /**
     * Asked by FHIR (ITI-83).
     *
     * @param base of the server, without a slash at its end
     * @param tls null to trust whom the computer trusts
     */
    record Fhir(URI base, String local, String target, @Nullable TlsCredentials tls, HttpLogin login)
            implements PixSettings {}
}
