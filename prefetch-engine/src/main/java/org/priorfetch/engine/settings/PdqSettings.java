package org.priorfetch.engine.settings;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.tls.TlsCredentials;

/**
 * A patient directory that is asked by FHIR (ITI-78).
 *
 * @param base of the server, without a slash at its end
 * @param target how it calls the domain of the source's patient IDs
 * @param tls null to trust whom the computer trusts
 */
public record PdqSettings(URI base, String target, @Nullable TlsCredentials tls, HttpLogin login) {}
