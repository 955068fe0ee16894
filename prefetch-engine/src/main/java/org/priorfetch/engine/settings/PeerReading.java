package org.priorfetch.engine.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;

/** Turns one section into one peer. Names are checked by the caller, who sees them all. */
final class PeerReading {

    static final PacsSettings NO_PACS = new PacsSettings("", "", 1, null, SourceBudget.DEFAULT, null);

    private PeerReading() {}

    static PacsSettings pacs(Section section, Path folder) {
        return new PacsSettings(section.required("aeTitle", Names.AE_TITLE), section.required("host", Names.HOST),
                section.required("port", Names.PORT), section.optional("issuer", Names.ISSUER), budget(section),
                TlsReading.of(section, folder),
                section.section("marks", Keys.MARKS).map(ImportReading::marks).orElse(PriorMarks.NONE),
                !section.choice("commitment", Choice.COMMITMENT).equals(Optional.of("off")), beside(section, "stow"),
                section.choice("test", Choice.TEST).equals(Optional.of("true")));
    }

    /** A DICOMweb service beside DIMSE; the keys of its login mean nothing without it. */
    private static @Nullable WebSettings beside(Section section, String address) {
        URI base = section.optional(address, WebAddress.TYPE);
        if (base != null) {
            return new WebSettings(base, LoginReading.of(section, base));
        }
        Keys.LOGIN.stream()
                .filter(key -> section.has(key) && !section.has(address))
                .forEach(key -> section.problem(key, Message.of("settings.loginOfNothing", key, address)));
        return null;
    }

    /** Empty when its type is not supported: what else would be missing is no problem then. */
    static Optional<SourceSettings> source(Section section, boolean listening, @Nullable String pacsIssuer,
            Path folder) {
        boolean supported = isSupported(section, Choice.SOURCE_TYPE);
        PatientScheme patients = PatientReading.scheme(section);
        RetrieveMethod retrieve = retrieve(section, listening);
        if (!supported) {
            return Optional.empty();
        }
        if (retrieve == RetrieveMethod.DIRECT) {
            checkDirect(section, patients, pacsIssuer);
        }
        boolean web = section.choice("type", Choice.SOURCE_TYPE).equals(Optional.of("dicomweb"));
        section.allowOnly(web ? Keys.DICOMWEB : Keys.DIMSE, web ? "dicomweb" : "dimse");
        return Optional.of(new SourceSettings(section.optional("name", Names.PEER, ""),
                web ? "" : section.required("aeTitle", Names.AE_TITLE),
                web ? "" : section.required("host", Names.HOST), web ? 0 : section.required("port", Names.PORT),
                retrieve, budget(section),
                AccessionPolicy.valueOf(upper(section.choice("accessions", Choice.ACCESSIONS), Choice.ACCESSIONS)),
                section.optional("issuer", Names.ISSUER), patients,
                PixReading.of(section, patients, pacsIssuer, folder), PixReading.directory(section, patients, folder),
                TlsReading.of(section, folder), web ? web(section) : null, web ? null : webBeside(section, retrieve),
                SeriesOrder.valueOf(upper(section.choice("order", Choice.ORDER), Choice.ORDER))));
    }

    private static @Nullable WebSettings webBeside(Section section, RetrieveMethod retrieve) {
        if (section.has("web") && retrieve != RetrieveMethod.AUTO) {
            section.problem("web", Message.of("settings.webNotChosen"));
        }
        return beside(section, "web");
    }

    private static WebSettings web(Section section) {
        URI base = WebAddress.of(section);
        return new WebSettings(base, LoginReading.of(section, base));
    }

    static boolean isSupported(Section section, Choice types) {
        if (!section.has("type")) {
            section.problem("type", Message.of("settings.missingKey", "type"));
        }
        return section.choice("type", types).isPresent();
    }

    private static RetrieveMethod retrieve(Section section, boolean listening) {
        RetrieveMethod method = RetrieveMethod
                .valueOf(upper(section.choice("retrieve", Choice.RETRIEVE), Choice.RETRIEVE));
        if (method == RetrieveMethod.MOVE && !listening) {
            section.problem("retrieve", Message.of("settings.moveWithoutPort"));
        }
        return method;
    }

    /** Nothing passes here then: it cannot be fitted in, held back or counted. */
    private static void checkDirect(Section section, PatientScheme patients, @Nullable String pacsIssuer) {
        if (!(patients instanceof PatientScheme.Same)) {
            section.problem("patients", Message.of("settings.directPatients"));
        }
        if (!section.choice("accessions", Choice.ACCESSIONS).equals(Optional.of("same"))) {
            section.problem(section.has("accessions") ? "accessions" : "retrieve",
                    Message.of("settings.directAccessions"));
        }
        String issuer = section.optional("issuer", Names.ISSUER);
        if (issuer != null && !issuer.equals(pacsIssuer)) {
            section.problem("issuer", Message.of("settings.directIssuer"));
        }
        for (String key : List.of("limit", "dailyGB")) {
            if (section.has(key)) {
                section.problem(key, Message.of("settings.directLimit", key));
            }
        }
    }

    private static SourceBudget budget(Section section) {
        return new SourceBudget(
                section.optional("associations", Numbers.ASSOCIATIONS, SourceBudget.DEFAULT_ASSOCIATIONS),
                section.optional("limit", Numbers.BANDWIDTH), section.optional("hours", Times.HOURS),
                section.optional("dailyGB", Numbers.GIGABYTES),
                new SlowStore(section.optional("nearlineWait", Times.WAIT, SlowStore.DEFAULT.patience()),
                        section.optional("nearlineAhead", Times.WAIT, SlowStore.DEFAULT.ahead())));
    }

    private static String upper(Optional<String> word, Choice choice) {
        return word.orElse(choice.preset()).toUpperCase(Locale.ROOT);
    }
}
