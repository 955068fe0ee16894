package org.priorfetch.engine.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PatientScheme;

/** Turns the section of a patient index into settings. */
final class PixReading {

    private static final String OID = "[0-2](\\.(0|[1-9][0-9]*))+";

    private static final ValueType<String> APPLICATION = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^|^~\\\\&\\p{Cntrl}]{1,227}")),
            (key, shown) -> Message.of("settings.badApplication", key, shown), "");

    private static final ValueType<String> DOMAIN = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^|^~\\\\&\\p{Cntrl}]{1,227}")),
            (key, shown) -> Message.of("settings.badDomain", key, shown), "");

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
    static @Nullable PixSettings of(Section source, PatientScheme patients, @Nullable String pacsIssuer, Path folder) {
        if (!(patients instanceof PatientScheme.CrossReferenced)) {
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
        URI base = WebAddress.of(pix);
        String issuer = source.has("issuer") ? source.optional("issuer", Names.ISSUER, "") : "";
        return new PixSettings.Fhir(base, system(pix, "local", pacsIssuer), system(pix, "target", issuer),
                TlsReading.of(pix, folder), LoginReading.of(pix, base));
    }

    /**
     * The patient directory of a source; null where it has none, or none that can be used, which is noted.
     *
     * @param folder where relative paths begin
     */
    static @Nullable PdqSettings directory(Section source, PatientScheme patients, Path folder) {
        if (source.has("pdq") && !(patients instanceof PatientScheme.Demographics)) {
            source.problem("pdq", Message.of("settings.pdqUnused"));
            return null;
        }
        String issuer = source.has("issuer") ? source.optional("issuer", Names.ISSUER, "") : "";
        return source.section("pdq", Keys.PDQ).map(pdq -> {
            URI base = WebAddress.of(pdq);
            return new PdqSettings(base, system(pdq, "target", issuer), TlsReading.of(pdq, folder),
                    LoginReading.of(pdq, base));
        }).orElse(null);
    }

    /** An issuer that is an object identifier needs no other name. */
    private static String system(Section pix, String key, @Nullable String issuer) {
        boolean named = issuer != null && issuer.matches(OID);
        return named && !pix.has(key) ? "urn:oid:" + issuer : pix.required(key, WebAddress.SYSTEM);
    }
}
