package org.priorfetch.engine.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;

/** Turns the section of a patient index into settings. */
final class PixReading {

    private static final String OID = "[0-2](\\.(0|[1-9][0-9]*))+";

    private static final ValueType<String> APPLICATION = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^|^~\\\\&\\p{Cntrl}]{1,227}")),
            (key, shown) -> Message.of("settings.badApplication", key, shown), "");

    private static final ValueType<String> DOMAIN = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^|^~\\\\&\\p{Cntrl}]{1,227}")),
            (key, shown) -> Message.of("settings.badDomain", key, shown), "");

    private static final ValueType<String> SYSTEM = new ValueType<>(
            text -> Optional.of(text.strip()).filter(PixReading::isAbsolute),
            (key, shown) -> Message.of("settings.badSystem", key, shown), "");

    private static final ValueType<URI> BASE = new ValueType<>(PixReading::base,
            (key, shown) -> Message.of("settings.badUrl", key, shown), URI.create("http://localhost"));

    private final Section source;
    private final @Nullable String pacsIssuer;
    private final Path folder;

    private PixReading(Section source, @Nullable String pacsIssuer, Path folder) {
        this.source = source;
        this.pacsIssuer = pacsIssuer;
        this.folder = folder;
    }

    /**
     * Null where the source has none, or none that can be used, which is noted.
     *
     * @param pacsIssuer how the site calls the domain of the PACS; null when it does not
     * @param folder where relative paths begin
     */
    static @Nullable PixSettings of(Section source, @Nullable String pacsIssuer, Path folder) {
        boolean wanted = source.choice("patients", Choice.PATIENTS).equals(Optional.of("pix"));
        if (!wanted) {
            if (source.has("pix")) {
                source.problem("pix", Message.of("settings.pixUnused"));
            }
            return null;
        }
        if (!source.has("issuer")) {
            source.problem("patients", Message.of("settings.pixIssuerMissing"));
        }
        if (pacsIssuer == null) {
            source.problem("patients", Message.of("settings.pixPacsIssuerMissing"));
        }
        if (!source.has("pix")) {
            source.problem("patients", Message.of("settings.pixMissing"));
        }
        PixReading reading = new PixReading(source, pacsIssuer, folder);
        return source.section("pix", Keys.PIX).flatMap(reading::read).orElse(null);
    }

    private Optional<PixSettings> read(Section pix) {
        return PeerReading.isSupported(pix, Choice.PIX_TYPE)
                ? Optional.of(pix.choice("type", Choice.PIX_TYPE).equals(Optional.of("fhir")) ? fhir(pix) : v2(pix))
                : Optional.empty();
    }

    private PixSettings v2(Section pix) {
        pix.allowOnly(Keys.PIX_V2, "v2");
        String issuer = source.has("issuer") ? source.optional("issuer", Names.ISSUER, "") : "";
        return new PixSettings.V2(pix.required("host", Names.HOST), pix.required("port", Names.PORT),
                pix.optional("application", APPLICATION, ""), pix.optional("facility", APPLICATION, ""),
                pix.optional("local", DOMAIN, pacsIssuer == null ? "" : pacsIssuer),
                pix.optional("target", DOMAIN, issuer), TlsReading.of(pix, folder));
    }

    private PixSettings fhir(Section pix) {
        pix.allowOnly(Keys.PIX_FHIR, "fhir");
        URI base = pix.required("url", BASE);
        if (pix.choice("tls", Choice.TLS).equals(Optional.of("on")) && "http".equals(base.getScheme())) {
            pix.problem("tls", Message.of("settings.tlsOfHttp"));
        }
        String issuer = source.has("issuer") ? source.optional("issuer", Names.ISSUER, "") : "";
        return new PixSettings.Fhir(base, system(pix, "local", pacsIssuer), system(pix, "target", issuer),
                TlsReading.of(pix, folder));
    }

    /** An issuer that is an object identifier needs no other name. */
    private static String system(Section pix, String key, @Nullable String issuer) {
        boolean named = issuer != null && issuer.matches(OID);
        return named && !pix.has(key) ? "urn:oid:" + issuer : pix.required(key, SYSTEM);
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute() && text.indexOf('|') < 0;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static Optional<URI> base(String text) {
        try {
            URI base = new URI(text.strip().replaceFirst("/+$", ""));
            boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            boolean bare = base.getUserInfo() == null && base.getQuery() == null && base.getFragment() == null;
            return Optional.of(base).filter(_ -> web && bare && base.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
