package org.priorfetch.engine.settings;

import java.net.URI;

import org.priorfetch.engine.tls.HttpLogin;

/**
 * Where an archive is asked by DICOMweb, and how we say who we are.
 *
 * @param base of QIDO-RS and WADO-RS, without a slash at its end
 */
public record WebSettings(URI base, HttpLogin login) {}
